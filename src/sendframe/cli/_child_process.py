"""A command in a process of its own, which has to say that it came to its end."""

import secrets
import subprocess
import sys

__all__ = ["run_in_child"]

_EXIT_PROBLEM, _EXIT_STOPPED = 1, 3
_CHILD = "from sendframe.__main__ import child; child()"
_STOPPED = (
    "Stopped: the process that makes the reports ended before they were complete, as a plug-in can "
    "cause, or too little memory. Publish nothing of what is in the folder.\n"
)


def run_in_child(arguments: list[str]) -> int:
    """Run a command of sendframe in a child process and return its exit code.

    The child gets a random token by its standard input, and prints it at its end. Without it the
    exit code does not count: ``os._exit(0)`` anywhere in the process would be success.

    Args:
        arguments: The arguments after ``sendframe``.
    """
    token = secrets.token_hex(16)
    flags = ["-P", *(["-I"] if sys.flags.isolated else [])]
    try:
        done = subprocess.run(  # noqa: S603  # this Python, without a shell
            [sys.executable, *flags, "-c", _CHILD, *arguments],
            input=f"{token}\n".encode(),
            stdout=subprocess.PIPE,
            check=False,
        )
    except KeyboardInterrupt:  # the child got it too
        sys.stderr.write("Stopped.\n")
        return _EXIT_PROBLEM
    printed, _, last = done.stdout.rpartition(token.encode())
    is_complete = last == f" {done.returncode}\n".encode()
    sys.stdout.buffer.write(printed if is_complete else done.stdout)
    sys.stdout.flush()
    if not is_complete:
        sys.stderr.write(_STOPPED)
    return done.returncode if is_complete else _EXIT_STOPPED
