"""Writes files in processes that are killed at each system call, and prints what is left.

Run as a program: ``python kill_worker.py FOLDER``. It forks, and so has no threads.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from sendframe.documents import write_all, write_files, write_results

CALLS = ("open", "write", "fsync", "rename", "replace", "link", "unlink", "mkdir", "rmdir", "close")
OLD = {"a": b"old a", "deep/b": b"old b"}
NEW = {"a": b"new a", "c": b"new c", "deep/b": b"new b", "deep/er/d": b"new d"}
NEXT = {"next": b"next", "deep/next": b"next", "deep/er/next": b"next"}
MOST = 500


def everywhere(folder: Path, files: dict[str, bytes]) -> None:
    """Write files by their paths, each in a folder of its own right."""
    write_all({folder / name: data for name, data in files.items()})


def anew(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder that has none."""
    write_files(folder, files, new=True)


WAYS: dict[str, Callable[[Path, dict[str, bytes]], object]] = {
    "files": write_files,
    "results": write_results,
    "everywhere": everywhere,
    "new": anew,
}


def killed(job: Callable[[], object], at: int) -> bool:
    """Do a job in a process that ends just before its system call *at*; say whether it ended there."""
    child = os.fork()
    if child == 0:
        left = iter(range(at))
        for name in CALLS:
            real: Callable[..., object] = getattr(os, name)

            def stopping(
                *args: object, _real: Callable[..., object] = real, **kwargs: object
            ) -> object:
                if next(left, None) is None:
                    os._exit(9)
                return _real(*args, **kwargs)

            setattr(os, name, stopping)
        job()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def contents(folder: Path) -> dict[str, str]:
    """Return every file of a folder but those that sendframe has for itself."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in names.items()
        if not path.name.startswith(".sendframe-")
    }


def main(work: Path) -> None:
    """Print what was left, and what the next run made of it, for each way and system call."""
    found = []
    os.fsync = lambda _: None  # a process that is killed loses nothing that it wrote
    for way, write in WAYS.items():
        for at in range(0, MOST, 1 if way == "files" else 2):
            folder = work / f"{way}-{at}"
            if way != "new":
                write(folder, OLD)
            if not killed(lambda to=folder, by=write: by(to, NEW), at):
                break
            left = contents(folder)
            hidden = sorted(path.name for path in folder.rglob(".sendframe-*"))
            # The next run writes something else, which shows what it makes of the rest.
            if hidden or way != "new" or not left:
                write(folder, NEW if way == "new" else NEXT)
            after = contents(folder)
            rest = sorted(path.name for path in folder.rglob("*.tmp"))
            found.append([way, at, left, hidden, after, rest])
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
