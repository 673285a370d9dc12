"""What ``sendframe plugins check`` prints."""

from sendframe.testing import check_plugin

from ._escape import visible

__all__ = ["checked"]


def checked(name: str, *, wheel: bool) -> tuple[str, bool]:
    """Return what the kit for tests says of a plug-in, and whether all is well.

    Raises:
        UnknownName: There is no such plug-in.
    """
    lines: list[str] = []
    sound = True
    for result in check_plugin(name, wheel=wheel):
        state = "left out" if result.skipped_reason else "wrong" if result.problems else "ok"
        sound = sound and state != "wrong"
        lines.append(f"{state:8}  {result.title}")
        messages = (*result.problems, *filter(None, [result.skipped_reason]))
        lines += [f"          {visible(message)}" for message in messages]
    lines.append("All is well." if sound else "Something is wrong.")
    return "".join(f"{line}\n" for line in lines), sound
