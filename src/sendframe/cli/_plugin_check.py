"""What ``sendframe plugins check`` prints."""

from sendframe.testing import check_plugin

from ._escape import visible

__all__ = ["check_text"]


def check_text(name: str, *, wheel: bool) -> tuple[str, bool]:
    """Run the conformance checks of a plug-in; return their results as text, and whether all passed.

    Raises:
        UnknownName: There is no such plug-in.
    """
    lines: list[str] = []
    sound = True
    for result in check_plugin(name, wheel=wheel):
        state = "skipped" if result.skipped_reason else "wrong" if result.problems else "ok"
        sound = sound and state != "wrong"
        lines.append(f"{state:8}  {result.title}")
        left_out = (f"not tried: {words}" for words in result.not_tried)
        messages = (*result.problems, *left_out, *filter(None, [result.skipped_reason]))
        lines += [f"          {visible(message)}" for message in messages]
    lines.append("No problems found." if sound else "There are problems.")
    return "".join(f"{line}\n" for line in lines), sound
