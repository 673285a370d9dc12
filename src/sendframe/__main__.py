"""The way in from the command line: ``sendframe`` and ``python -m sendframe``."""

import os
import sys

__all__ = ["main"]


def _leave_working_directory() -> None:
    """Take the working directory off ``sys.path`` before anything else is imported.

    ``python -m`` puts it first, so that a ``pluggy.py`` lying there would run.
    """
    here = os.path.realpath(".")
    sys.path[:] = [each for each in sys.path if each and os.path.realpath(each) != here]


def _listed() -> bool:
    """List the plug-ins at once, as it is what people do when something is wrong.

    Returns:
        False where that cannot be done; the command itself then says why.
    """
    from sendframe.cli import listing

    try:
        data = listing().encode("utf-8", "backslashreplace")
    except Exception:  # noqa: BLE001  # whatever it is, it is told by the command
        return False
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    return True


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from sendframe._version import __version__  # and nothing else

        print(f"sendframe {__version__}")  # noqa: T201  # this is what was asked for
        sys.exit(0)
    if sys.argv[1:] == ["plugins", "list"] and _listed():
        sys.exit(0)
    from sendframe.cli import run  # only after the path is clean

    sys.exit(run())


if __name__ == "__main__":
    _leave_working_directory()
    main()
