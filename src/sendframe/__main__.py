"""Run the command line: ``sendframe`` and ``python -m sendframe``."""

import _thread
import gc
import io
import os
import sys
from collections.abc import Callable

__all__ = ["child", "main"]

_MAIN_THREAD = _thread.get_ident()

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


class _MainThreadOutput(io.TextIOWrapper):
    """A standard stream that takes nothing from threads of plug-ins, or after the command."""

    is_over = False

    def write(self, text: str, /) -> int:
        if self.is_over or _thread.get_ident() != _MAIN_THREAD:
            return len(text)
        return super().write(text)


def _own_streams() -> None:
    """Keep standard output and standard error for sendframe.

    Plug-ins, their threads and the processes that they start have descriptors 1 and 2: these lead
    to the null device from here on, and the streams to duplicates of what they were.
    """
    for descriptor, name in ((1, "stdout"), (2, "stderr")):
        stream = getattr(sys, name)
        try:
            stream.flush()
            own = os.dup(stream.fileno())
        except (OSError, ValueError):  # no file: nothing of a plug-in comes out there
            continue
        made = _MainThreadOutput(
            open(own, "wb", buffering=0) if name == "stderr" else open(own, "wb"),  # noqa: PTH123, SIM115  # a descriptor, open as long as the process
            encoding=stream.encoding,
            errors=stream.errors,
            line_buffering=stream.line_buffering,
            write_through=name == "stderr",
        )
        setattr(sys, name, made)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, descriptor)
        os.close(null)


def _end_streams() -> None:
    """Take nothing more: what plug-ins do when Python ends cannot print."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
        if isinstance(stream, _MainThreadOutput):
            stream.is_over = True


def _run() -> int:
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    text = _quick_output()
    if text is not None:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
        return 0
    if sys.argv[1:2] == ["report"] and "--publishable" in sys.argv:
        from sendframe.cli import run_in_child  # only then

        return run_in_child(sys.argv[1:])
    return _command()


def _command() -> int:
    _own_streams()
    from sendframe.cli import run  # only after the path is clean

    return run()


def main(run: Callable[[], int] = _run) -> None:
    """Run the command line and exit with its code.

    If standard output cannot be written the code is 1; the error is printed unless a pipe was
    closed. Where standard output is closed from the beginning nothing is printed, and the code is
    that of the command.

    Args:
        run: What is run; it returns the exit code.
    """
    _open_missing_streams()
    try:
        code = run()
        _end_streams()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"Stopped: {error}\n")
        # Python would write the rest of the buffer when it ends, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


def child() -> None:
    """Run a command as the child of `run_in_child`: its last line is the token from its input."""
    token = sys.stdin.readline().strip()

    def completed() -> int:
        code = _command()
        sys.stdout.write(f"{token} {code}\n")
        return code

    main(completed)


if __name__ == "__main__":
    _leave_working_directory()
    main()
