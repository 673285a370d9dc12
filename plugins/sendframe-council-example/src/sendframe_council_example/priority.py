"""The extension that Marlbeck, a fictional council, adds to each priority of a plan.

What it does
    Names the district and the wards of a priority, and the board paper by which it was chosen. It
    is written under `extensions`, with the name `marlbeck`, and is kept unchanged where this plug-in
    is not installed.

Options
    None. Its JSON Schema is the document `marlbeck.extension`, made from this class.

Source
    Made up for this example.
"""

from sendframe.plugins import Extension, value_class

__all__ = ["MarlbeckPriority"]


@value_class
class MarlbeckPriority(Extension):
    """Marlbeck's extension of a priority.

    Attributes:
        district: Name of the district; a priority for the whole area has no extension.
        wards: Names of the wards, unless it is for all of them.
        board_paper: Number of the board paper by which it was chosen.
    """

    extension_name = "marlbeck"

    district: str
    wards: tuple[str, ...] = ()
    board_paper: str | None = None
