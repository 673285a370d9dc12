"""What Marlbeck, a fictional council, keeps with each priority of a plan.

What it does
    Names the district a priority is about, the wards, and the paper of the board it was chosen
    by. It stands under `extensions`, under the name `marlbeck`, and is kept untouched where
    this plug-in is not there.

Options
    None. Its JSON Schema is the document `marlbeck.extension`, made from this class.

Source
    Made up for this example.
"""

from sendframe.plugins import Extension, value_class

__all__ = ["MarlbeckPriority"]


@value_class
class MarlbeckPriority(Extension):
    """What Marlbeck keeps with a priority.

    Attributes:
        district: Name of the district it is about; for the whole area it has no such entry.
        wards: Names of the wards within it, where it is not about all of them.
        board_paper: Number of the paper by which the board chose it.
    """

    extension_name = "marlbeck"

    district: str
    wards: tuple[str, ...] = ()
    board_paper: str | None = None
