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


def _at_once() -> str | None:
    """Return what can be printed without all that the commands need.

    Which version this is, and which plug-ins there are, is what people ask when something is wrong.

    Returns:
        The text; None where something else is asked for, or where the command itself has to say
        why the settings cannot be read.
    """
    if sys.argv[1:] == ["--version"]:
        from sendframe._version import __version__  # and nothing else

        return f"sendframe {__version__}\n"
    if sys.argv[1:] == ["plugins", "list"]:
        from sendframe.cli import listing  # and no command

        try:
            return listing()
        except ValueError:
            return None
    return None


def _run() -> int:
    told = _at_once()
    if told is None:
        from sendframe.cli import run  # only after the path is clean

        return run()
    if sys.stdout is not None:  # it may be closed
        sys.stdout.buffer.write(told.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    return 0


def main() -> None:
    """Run the command line and leave with its exit code.

    Where standard output takes no more it is 1. Whoever closed a pipe knows why; that a disk is
    full is told.
    """
    try:
        code = _run()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"Stopped: {error}\n")
        # What is still kept back would be written once more when Python ends, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


if __name__ == "__main__":
    _leave_working_directory()
    main()
