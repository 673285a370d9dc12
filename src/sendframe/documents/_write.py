"""Writing files: all of a call or none.

1. Every file is written in full, and to the disk, under a temporary name in its folder.
2. The existing file is kept under a second name.
3. A list of all of them is written: from here on the new files count.
4. The temporary files take their places, one after the other; each step is atomic.
5. The list is removed.

Where any step fails, the files replaced so far get their previous content back, and temporary
files and new folders are removed. A process that is killed before 3 leaves the old files. After 3
the next run that writes into the folder finishes 4; until then no document of it is read.

Only regular files are replaced: never a device, a pipe, a link or a read-only file.
"""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import attrs

from sendframe.errors import CannotWrite

from ._file import name_problem
from ._folder_lock import locked
from ._unfinished import UNFINISHED, finish_writing, listed, remove_temporary, temporary_name

__all__ = ["prepared", "write_all", "write_file", "write_files", "write_prepared"]

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


def write_files(folder: Path, files: Mapping[str, bytes], *, new: bool = False) -> tuple[Path, ...]:
    """Write all files or none.

    A file that exists keeps its permission bits. Of two runs that write into one folder, the
    second waits for the first.

    Args:
        folder: Their folder; created where it does not exist.
        files: Content by name. Names are relative, with ``/`` between their parts; folders
            are created as needed.
        new: Whether a folder is refused that has files, other than those of a run that was killed
            while it wrote into this folder.

    Returns:
        The paths written, sorted by name.

    Raises:
        CannotWrite: A name leads out of the folder, something other than a regular file that
            may be written has it, another run does not end, or the operating system refused; then
            everything is as it was.
    """
    if not files:
        return ()
    with prepared([folder]) as finished:
        if new and _has_others(folder, finished):
            raise CannotWrite(folder.as_posix(), "the folder is not empty")
        return write_prepared(folder, files)


def write_prepared(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder that is `prepared`; see `write_files`.

    Raises:
        CannotWrite: As for `write_files`.
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
    return _write(targets, folder)


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
    with prepared([path.parent for path in targets]):
        return _write(targets, None)


@contextmanager
def prepared(folders: Collection[Path]) -> Iterator[frozenset[Path]]:
    """Make folders ready to be written into: they exist, and no other run writes into them.

    What a run that was killed left in them is finished or removed. Folders that are made here are
    removed again where the block fails.

    Yields:
        The files that a run which was killed had still to put in their places.

    Raises:
        CannotWrite: Another run does not end, or the operating system refused.
    """
    made: list[Path] = []
    current = Path()
    try:
        try:
            for current in folders:
                _make_folder(current, made)
            with locked(folders):
                finished: set[Path] = set()
                for current in {*folders}:
                    finished |= finish_writing(current)
                for current in {*folders}:  # a list in one folder may name files of another
                    remove_temporary(current)
                yield frozenset(finished)
        except CannotWrite:
            raise
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise CannotWrite(current.as_posix(), reason) from error
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and note which of them did not exist."""
    missing = list[Path]()
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for parent in reversed(missing):
        parent.mkdir()
        made.append(parent)


def _has_others(folder: Path, finished: frozenset[Path]) -> bool:
    """Return whether a folder, or one in it, has files that are not among these."""
    return any(
        Path(parent, name) not in finished
        for parent, folders, names in os.walk(folder)
        for name in (*names, *(each for each in folders if Path(parent, each).is_symlink()))
    )


def _write(targets: Mapping[Path, bytes], folder: Path | None) -> tuple[Path, ...]:
    """Write files, all or none.

    Args:
        targets: Content by path; their folders, or *folder*, are `prepared`.
        folder: The folder for what is temporary; that of each file unless given.

    Raises:
        CannotWrite: As for `write_files`.
    """
    for path in targets:
        problem = _target_problem(path)
        if problem is not None:
            raise CannotWrite(path.as_posix(), problem)
    batch = _Batch(folder)
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

    def __init__(self, folder: Path | None) -> None:
        self.current = Path()  # the file being worked on
        self._folder = folder
        self._staged: list[_Staged] = []
        self._made: list[Path] = []
        self._list: Path | None = None

    def stage(self, target: Path, data: bytes) -> None:
        """Write a file under a temporary name, with its folders."""
        self.current = target
        _make_folder(target.parent, self._made)
        new = self._temporary(target)
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
            file.previous = previous = self._temporary(file.target)
            try:
                os.link(file.target, previous, follow_symlinks=False)
            except (OSError, NotImplementedError):  # file systems without hard links, such as FAT
                import shutil  # it loads every kind of compression

                shutil.copy2(file.target, previous, follow_symlinks=False)

    def replace(self) -> None:
        """Replace the existing files by the new ones; one file needs no list."""
        if self._staged[1:]:
            self._write_list()
        for file in self._staged:
            self.current = file.target
            file.is_started = True
            file.new.replace(file.target)

    def undo(self) -> list[str]:
        """Restore everything; return a phrase for each file where that failed.

        As long as the list is there the new files stay too, so that a process which is killed
        here leaves what the next run finishes.
        """
        failures = list[str]()
        for file in reversed(self._staged):
            try:
                if not file.is_started or file.new.exists():
                    continue
                file.target.replace(file.new)
                if file.previous is not None:
                    file.previous.replace(file.target)
            except OSError:
                with suppress(OSError):
                    file.new.replace(file.target)
                failures.append(f"{file.target.as_posix()} has the new content")
                if file.previous is not None:
                    failures[-1] += f", its previous content is in {file.previous.as_posix()}"
                    file.previous = None  # must not be removed
        self._remove_list()
        self._tidy()
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()
        return failures

    def finish(self) -> None:
        """Sync the folders to the disk, and remove the second names and last the list."""
        self._sync(file.target.parent for file in self._staged)
        self._tidy()
        self._remove_list()

    def _temporary(self, target: Path) -> Path:
        return temporary_name(self._folder or target.parent)

    def _write_list(self) -> None:
        folder = self._folder or self._staged[0].target.parent
        self.current = folder / UNFINISHED
        self._sync(file.new.parent for file in self._staged)
        self._list = temporary_name(folder)
        _write_through(
            self._list, listed(folder, [(file.new, file.target) for file in self._staged])
        )
        self._list.replace(self.current)
        self._sync([folder])

    def _remove_list(self) -> None:
        if self._list is not None:
            for path in (self._list, self._list.with_name(UNFINISHED)):
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def _tidy(self) -> None:
        for file in self._staged:
            for leftover in (file.new, file.previous):
                if leftover is not None:
                    with suppress(OSError):
                        leftover.unlink(missing_ok=True)

    def _sync(self, folders: Iterable[Path]) -> None:
        for folder in sorted({*folders}):
            with suppress(OSError):  # Windows cannot open folders; the files are written
                handle = os.open(folder, os.O_RDONLY)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)


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
