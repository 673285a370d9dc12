"""Interpreters that have sendframe loaded, and split themselves off for each program they run."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol

__all__ = ["warm_interpreters"]

SEEDS = ("0", "1")
_SERVER = """
import json, os, sys, traceback
from sendframe.plugins import Catalogue
from sendframe.testing import _interpreter_task, _run, _sample_area, _test_call
_run.report_of(_sample_area.small_portfolio(), _sample_area.AS_AT)  # loads what is built in
for line in sys.stdin:
    program, arguments, folder, environment, errors = json.loads(line)
    child = os.fork()
    if child:
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        continue
    status = 1
    try:
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        for number, name in ((0, os.devnull), (1, os.devnull), (2, errors)):
            os.dup2(os.open(name, os.O_RDWR | os.O_CREAT), number)
        sys.argv = ["-c", *arguments]
        exec(program, {"__name__": "__main__"})
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)
"""


class Run(Protocol):
    """What is asked of `subprocess.run`."""

    def __call__(
        self, words: Sequence[str], *, cwd: str, env: Mapping[str, str], **_: Any
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program and wait for its end."""


@contextmanager
def warm_interpreters() -> Iterator[Run]:
    """Give a function like `subprocess.run` for programs that begin by importing sendframe.

    A program runs in a process of its own with the hash seed of its environment, as in an
    interpreter that was started for it, but for one thing: sendframe is imported already. No
    module of a made-up plug-in is.
    """
    with ExitStack() as stack:
        servers = {
            seed: stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", _SERVER],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    env={"PYTHONHASHSEED": seed},
                    encoding="utf-8",
                )
            )
            for seed in SEEDS
        }

        def run(
            words: Sequence[str], *, cwd: str, env: Mapping[str, str], **_: Any
        ) -> subprocess.CompletedProcess[bytes]:
            python, option, program, *arguments = words
            assert (python, option) == (sys.executable, "-c")
            seed = env["PYTHONHASHSEED"]
            server = servers[SEEDS[0] if seed == "random" else seed]
            assert server.stdin is not None
            assert server.stdout is not None
            errors = Path(cwd, "errors.txt")
            request = [program, arguments, cwd, dict(env), str(errors)]
            print(json.dumps(request), file=server.stdin, flush=True)
            status = int(server.stdout.readline())
            return subprocess.CompletedProcess(words, status, b"", errors.read_bytes())

        yield run
