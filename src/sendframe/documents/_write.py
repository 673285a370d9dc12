"""Writing files: all of a call or none.

1. Every file is written in full, and to the disk, under a temporary name in its folder.
2. The existing file is kept under a second name.
3. The temporary files take their places, one after the other; each step is atomic.

Where any step fails, the files replaced so far get their previous content back, and temporary
files and new folders are removed. A crash of the machine between the steps of 3 can leave
some files new and some old, none of them half written.

Only regular files are replaced: never a device, a pipe, a link or a read-only file.
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
_MODE = 0o666  # reduced by the umask, as for any new file
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@attrs.define(eq=False)
class _Staged:
    """A file that is being written.

    Attributes:
        target: Its path.
        new: The new content under a temporary name.
        previous: The previous content under a second name; None where there was no file.
        is_started: Whether replacing was started. If *new* no longer exists then, the target
            has the new content; an interrupt may come just after.
    """

    target: Path
    new: Path
    previous: Path | None = None
    is_started: bool = False


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write all files or none.

    A file that exists keeps its permission bits.

    Args:
        folder: Their folder; created where it does not exist.
        files: Content by name. Names are relative, with ``/`` between their parts; folders
            are created as needed.

    Returns:
        The paths written, sorted by name.

    Raises:
        CannotWrite: A name leads out of the folder, something other than a regular file that
            may be written has it, or the operating system refused; then everything is as it was.
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
        path: Any path; its folder is created where it does not exist.
        data: The content.

    Returns:
        The path.

    Raises:
        CannotWrite: As for `write_files`.
    """
    return write_all({path: data})[0]


def write_all(targets: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files anywhere, all or none; see `write_files`.

    Args:
        targets: Content by path; folders are created where they do not exist.

    Returns:
        The paths, in the order given.

    Raises:
        CannotWrite: As for `write_files`.
    """
    for path in targets:
        problem = _target_problem(path)
        if problem is not None:
            raise CannotWrite(path.as_posix(), problem)
    batch = _Batch()
    try:
        for path, data in targets.items():
            batch.stage(path, data)
        batch.keep_previous()
        batch.replace()
    except OSError as error:
        failures = batch.undo()
        reason = error.strerror or type(error).__name__
        raise CannotWrite(batch.current.as_posix(), "; ".join([reason, *failures])) from error
    except BaseException:  # an interrupt must not leave some files written either
        batch.undo()
        raise
    batch.finish()
    return tuple(targets)


class _Batch:
    """The files of one call, and how to undo what was written if one of them fails."""

    def __init__(self) -> None:
        self.current = Path()  # the file being worked on
        self._staged: list[_Staged] = []
        self._folders: list[Path] = []

    def stage(self, target: Path, data: bytes) -> None:
        """Write a file under a temporary name, with its folders."""
        self.current = target
        self._make_folder(target.parent)
        new = _temporary_name(target)
        self._staged.append(_Staged(target, new))
        _write_through(new, data)
        with suppress(FileNotFoundError):
            new.chmod(stat.S_IMODE(target.stat().st_mode))

    def keep_previous(self) -> None:
        """Give every existing file a second name."""
        for file in self._staged:
            self.current = file.target
            if not os.path.lexists(file.target):
                continue
            file.previous = previous = _temporary_name(file.target)
            try:
                os.link(file.target, previous, follow_symlinks=False)
            except (OSError, NotImplementedError):  # file systems without hard links, such as FAT
                import shutil  # it loads every kind of compression

                shutil.copy2(file.target, previous, follow_symlinks=False)

    def replace(self) -> None:
        """Replace the existing files by the new ones."""
        for file in self._staged:
            self.current = file.target
            file.is_started = True
            file.new.replace(file.target)

    def undo(self) -> list[str]:
        """Restore everything; return a phrase for each file where that failed."""
        failures = list[str]()
        for file in reversed(self._staged):
            try:
                if not file.is_started or file.new.exists():
                    continue
                if file.previous is None:
                    file.target.unlink()
                else:
                    file.previous.replace(file.target)
            except OSError:
                failures.append(f"{file.target.as_posix()} has the new content")
                if file.previous is not None:
                    failures[-1] += f", its previous content is in {file.previous.as_posix()}"
                    file.previous = None  # must not be removed
        self._tidy()
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()
        return failures

    def finish(self) -> None:
        """Remove the second names and sync the folders to the disk."""
        self._tidy()
        for folder in sorted({file.target.parent for file in self._staged}):
            with suppress(OSError):  # Windows cannot open folders; the files are written
                handle = os.open(folder, os.O_RDONLY)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)

    def _tidy(self) -> None:
        for file in self._staged:
            for leftover in (file.new, file.previous):
                if leftover is not None:
                    with suppress(OSError):
                        leftover.unlink(missing_ok=True)

    def _make_folder(self, folder: Path) -> None:
        missing = list[Path]()
        while not folder.exists():
            missing.append(folder)
            folder = folder.parent
        for parent in reversed(missing):
            parent.mkdir()
            self._folders.append(parent)


def _target_problem(path: Path) -> str | None:
    """Return why what has a name must not be replaced; None where nothing has it, or a file.

    Root may replace anything: ``/dev/null`` would be a file from then on.
    """
    try:
        mode = path.lstat().st_mode
    except OSError:  # nothing is there, or making the file will say why
        return None
    if stat.S_ISLNK(mode):
        return "it is a link; name the file itself"
    if stat.S_ISDIR(mode):
        return "it is a folder"
    if not stat.S_ISREG(mode):
        return "it is a device or a pipe, not a file"
    return None if mode & _WRITABLE else "it is read-only"


def _temporary_name(target: Path) -> Path:
    """Return a new path in the same folder, with a name that every file system accepts."""
    return target.with_name(f".sendframe-{os.urandom(8).hex()}.tmp")


def _write_through(path: Path, data: bytes) -> None:
    """Write a new file and sync it to the disk."""
    handle = os.open(path, _FLAGS, _MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
