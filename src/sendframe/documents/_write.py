"""Writes all files or none.

1. Every file is written in full, and to the disk, under a temporary name in its folder.
2. What stands there now is kept under a second name.
3. The temporary files take their places, one after the other; each step is atomic.

Where any step fails, the files replaced so far get their former content back, and temporary
files and new folders are removed. A crash of the machine between the steps of 3 can leave
some files new and some old, none of them half written.
"""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import attrs

from sendframe.errors import CannotWrite

from ._file import name_problem

__all__ = ["write_all", "write_file", "write_files"]

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_MODE = 0o666  # the umask takes away from it, as from any new file


@attrs.define(eq=False)
class _Staged:
    """A file on its way.

    Attributes:
        target: Where it belongs.
        fresh: The new content under a temporary name.
        former: The former content under a second name; None where nothing stood there.
        begun: Whether the new content was being put in its place. It is there if *fresh* is
            gone then; an interrupt may come just after.
    """

    target: Path
    fresh: Path
    former: Path | None = None
    begun: bool = False


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write all files or none.

    A file that exists keeps its permission bits; a symbolic link is replaced by a file.

    Args:
        folder: Where they belong; made where it does not exist.
        files: Content by name. Names are relative, with ``/`` between their parts; folders
            are made as needed.

    Returns:
        The paths written, sorted by name.

    Raises:
        CannotWrite: A name leads out of the folder, or the operating system refused; then
            everything is as it was.
    """
    root = os.path.realpath(folder)
    targets = dict[Path, bytes]()
    for name in sorted(files):
        target = folder / name
        problem = name_problem(name)
        inside = Path(os.path.realpath(target.parent)) if problem is None else None
        if inside is not None and not inside.is_relative_to(root):
            problem = "a symbolic link leads out of the folder"
        if problem is not None:
            raise CannotWrite(f"{folder.as_posix()}/{name}", problem)
        targets[target] = files[name]
    return write_all(targets)


def write_file(path: Path, data: bytes) -> Path:
    """Write one file in full or not at all; see `write_files`.

    Args:
        path: Any path; its folder is made where it does not exist.
        data: The content.

    Returns:
        The path.

    Raises:
        CannotWrite: The operating system refused; then everything is as it was.
    """
    return write_all({path: data})[0]


def write_all(targets: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files anywhere, all or none; see `write_files`.

    Args:
        targets: Content by path; folders are made where they do not exist.

    Returns:
        The paths, in the order given.

    Raises:
        CannotWrite: The operating system refused; then everything is as it was.
    """
    batch = _Batch()
    try:
        for path, data in targets.items():
            batch.stage(path, data)
        batch.keep_former()
        batch.replace()
    except OSError as error:
        lost = batch.undo()
        reason = error.strerror or type(error).__name__
        raise CannotWrite(batch.current.as_posix(), "; ".join([reason, *lost])) from error
    except BaseException:  # an interrupt must not leave half of the files either
        batch.undo()
        raise
    batch.finish()
    return tuple(targets)


class _Batch:
    """The files of one call, and what must be undone if one of them fails."""

    def __init__(self) -> None:
        self.current = Path()  # the file being worked on
        self._staged: list[_Staged] = []
        self._folders: list[Path] = []

    def stage(self, target: Path, data: bytes) -> None:
        """Write a file under a temporary name, with its folders."""
        self.current = target
        self._make_folder(target.parent)
        fresh = _beside(target)
        self._staged.append(_Staged(target, fresh))
        _write_through(fresh, data)
        with suppress(FileNotFoundError):
            fresh.chmod(stat.S_IMODE(target.stat().st_mode))

    def keep_former(self) -> None:
        """Give every file that stands there now a second name."""
        for each in self._staged:
            self.current = each.target
            if not os.path.lexists(each.target):
                continue
            each.former = former = _beside(each.target)
            try:
                os.link(each.target, former, follow_symlinks=False)
            except (OSError, NotImplementedError):  # file systems without hard links, such as FAT
                import shutil  # it loads every kind of compression

                shutil.copy2(each.target, former, follow_symlinks=False)

    def replace(self) -> None:
        """Put the new files in their places."""
        for each in self._staged:
            self.current = each.target
            each.begun = True
            each.fresh.replace(each.target)

    def undo(self) -> list[str]:
        """Put everything back; return a sentence for each file where that failed."""
        lost = list[str]()
        for each in reversed(self._staged):
            try:
                if not each.begun or each.fresh.exists():
                    continue
                if each.former is None:
                    each.target.unlink()
                else:
                    each.former.replace(each.target)
            except OSError:
                lost.append(f"{each.target.as_posix()} holds the new content all the same")
                if each.former is not None:
                    lost[-1] += f", its former content is in {each.former.as_posix()}"
                    each.former = None  # must not be removed
        self._tidy()
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()
        return lost

    def finish(self) -> None:
        """Remove the second names and have the folders written to the disk."""
        self._tidy()
        for folder in sorted({each.target.parent for each in self._staged}):
            with suppress(OSError):  # Windows cannot open folders; the files are in place
                handle = os.open(folder, os.O_RDONLY)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)

    def _tidy(self) -> None:
        for each in self._staged:
            for leftover in (each.fresh, each.former):
                if leftover is not None:
                    with suppress(OSError):
                        leftover.unlink(missing_ok=True)

    def _make_folder(self, folder: Path) -> None:
        missing = list[Path]()
        while not folder.exists():
            missing.append(folder)
            folder = folder.parent
        for each in reversed(missing):
            each.mkdir()
            self._folders.append(each)


def _beside(target: Path) -> Path:
    """Return a new name in the same folder, short enough for every file system."""
    return target.with_name(f".sendframe-{os.urandom(8).hex()}.tmp")


def _write_through(path: Path, data: bytes) -> None:
    """Write a new file and have it written to the disk."""
    handle = os.open(path, _FLAGS, _MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
