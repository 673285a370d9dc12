"""Run the command line: ``sendframe`` and ``python -m sendframe``."""

import gc
import os
import sys

__all__ = ["main"]

OBJECTS_BETWEEN_COLLECTIONS = 200_000
"""Python searches for circular garbage after 700 new objects, which was measured to take a tenth of
the time of ``sendframe check``: a command creates many objects, and little garbage."""


def _leave_working_directory() -> None:
    """Remove the working directory from ``sys.path`` before anything else is imported.

    ``python -m`` puts it first, so that a ``pluggy.py`` in it would run.
    """
    here = os.path.realpath(".")
    sys.path[:] = [path for path in sys.path if path and os.path.realpath(path) != here]


def _open_missing_streams() -> None:
    """Open the null device for each standard stream that is closed, or absent as in ``pythonw``.

    Otherwise the next file that is opened would get the descriptor, and receive what is printed.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # pathlib is not imported yet; open as long as the process


def _quick_output() -> str | None:
    """Return the output of commands that need neither click nor a command module.

    These are the version and the list of plug-ins, which people need when something is wrong.

    Returns:
        The text; None for other commands, or if the settings are not valid, which the command
        itself reports.
    """
    if sys.argv[1:] == ["--version"]:
        from sendframe._version import __version__  # nothing else

        return f"sendframe {__version__}\n"
    if sys.argv[1:] == ["plugins", "list"]:
        from sendframe.cli import plugin_list  # no command

        try:
            return plugin_list()
        except ValueError:
            return None
    return None


def _run() -> int:
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    text = _quick_output()
    if text is None:
        from sendframe.cli import run  # only after the path is clean

        return run()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
    return 0


def main() -> None:
    """Run the command line and exit with its code.

    If standard output cannot be written the code is 1; the error is printed unless a pipe was
    closed. Where standard output is closed from the beginning nothing is printed, and the code is
    that of the command.
    """
    _open_missing_streams()
    try:
        code = _run()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"Stopped: {error}\n")
        # Python would write the rest of the buffer when it ends, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


if __name__ == "__main__":
    _leave_working_directory()
    main()
