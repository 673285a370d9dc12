"""What ``sendframe plugins check`` prints."""

from collections.abc import Iterator

from sendframe.errors import UnknownName

from ._escape import visible

__all__ = ["checked"]


def checked(name: str, *, wheel: bool) -> tuple[str, bool]:
    """Return what the conformance kit says of a plug-in, and whether all is well.

    Raises:
        UnknownName: The kit is not installed: ``sendframe[testing]`` brings it.
    """
    try:
        from sendframe.testing import check_plugin  # needs Hypothesis
    except ImportError as error:
        wanted = 'kit: install "sendframe[testing]"; nothing'
        raise UnknownName(wanted, str(error.name), ()) from error
    lines: list[str] = []
    sound = True
    for result in check_plugin(name, wheel=wheel):
        state = "left out" if result.skipped_reason else "wrong" if result.problems else "ok"
        sound = sound and state != "wrong"
        lines.append(f"{state:8}  {result.title}")
        lines += [
            f"          {visible(each)}" for each in _told(result.problems, result.skipped_reason)
        ]
    lines.append("All is well." if sound else "Something is wrong.")
    return "".join(f"{line}\n" for line in lines), sound


def _told(problems: tuple[str, ...], skipped: str | None) -> Iterator[str]:
    yield from problems
    if skipped:
        yield skipped
