"""Writing all files or none."""

import errno
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sendframe.documents._write import write_file, write_files
from sendframe.errors import CannotWrite

FULL = OSError(errno.ENOSPC, "No space left on device")
DENIED = PermissionError(errno.EACCES, "Permission denied")
NEW = {"new/deep/d": b"D", "b": b"B", "a": b"A", "new/c": b"C"}


def tree(folder: Path) -> dict[str, bytes | str | None]:
    """Return everything in a folder: content of files, targets of links, None for folders."""
    return {
        path.relative_to(folder).as_posix(): path.readlink().as_posix()
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in folder.rglob("*")
    }


def failing(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, error: BaseException, after: int
) -> None:
    """Let a function work *after* times and fail from then on, once."""
    real: Callable[..., object] = getattr(owner, name)
    calls = iter(range(after + 1))

    def fake(*args: object, **kwargs: object) -> object:
        if next(calls, None) == after:
            raise error
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, fake)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that contains two of the files."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a").write_bytes(b"old a")
    (folder / "b").write_bytes(b"old b")
    (folder / "other").write_bytes(b"other")
    return folder


def test_all_files_are_written(folder: Path) -> None:
    """New files, folders and contents are there; nothing else is touched or left over."""
    written = write_files(folder, NEW)
    assert written == tuple(folder / name for name in sorted(NEW))
    assert tree(folder) == {**NEW, "other": b"other", "new": None, "new/deep": None}


def test_nothing_to_write_is_fine(tmp_path: Path) -> None:
    """No files make no folder."""
    assert write_files(tmp_path / "x", {}) == ()
    assert tree(tmp_path) == {}


def test_one_file_is_written(tmp_path: Path) -> None:
    """A single file is written with its folder; empty content is content."""
    path = tmp_path / "new" / "a\\b: c"
    assert write_file(path, b"") == path
    assert tree(tmp_path) == {"new": None, "new/a\\b: c": b""}


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_new_files_honour_the_umask(tmp_path: Path, mask: int, expected: int) -> None:
    """A new file has the permissions that any new file has."""
    before = os.umask(mask)
    try:
        path = write_file(tmp_path / "a", b"1")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == expected


def test_permissions_of_replaced_files_are_kept(tmp_path: Path) -> None:
    """A file that is replaced keeps its permission bits."""
    path = tmp_path / "a"
    path.write_bytes(b"0")
    path.chmod(0o604)
    write_file(path, b"1")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that writes a few bytes at a time gets them all."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:3]))
    assert write_file(tmp_path / "a", b"0123456789").read_bytes() == b"0123456789"


@pytest.mark.parametrize("error", [FULL, DENIED, OSError("odd"), KeyboardInterrupt()])
@pytest.mark.parametrize(
    ("owner", "name", "after"),
    [
        (owner, name, after)
        for owner, name, calls in (
            (os, "open", range(1, 5)),  # the first is of the lock, without which files are written
            (os, "write", range(5)),
            (os, "fsync", range(4)),
            (os, "replace", range(5)),
            (Path, "mkdir", range(2)),
            (Path, "chmod", range(2)),
            (Path, "iterdir", range(1)),
        )
        for after in calls
    ],
)
def test_a_failure_changes_nothing(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    name: str,
    after: int,
    error: BaseException,
) -> None:
    """Whatever fails, at whichever file, everything is as it was and nothing is left over."""
    before = tree(folder)
    failing(monkeypatch, owner, name, error, after)
    with pytest.raises((CannotWrite, KeyboardInterrupt)) as caught:
        write_files(folder, NEW)
    monkeypatch.undo()
    assert tree(folder) == before
    if isinstance(error, OSError):
        assert isinstance(caught.value, CannotWrite)
        assert caught.value.__cause__ is error
        assert caught.value.reason == (error.strerror or "OSError")
        assert caught.value.file.startswith(folder.as_posix())


def test_an_interrupt_just_after_replacing_is_undone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupt between the replacing and the noting of it loses nothing."""
    before = tree(folder)
    real = os.replace

    def late(*args: Path) -> None:
        monkeypatch.undo()
        real(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", late)
    with pytest.raises(KeyboardInterrupt):
        write_files(folder, NEW)
    assert tree(folder) == before


def test_a_folder_in_the_way_changes_nothing(folder: Path) -> None:
    """A file cannot take the place of a folder, nor a folder that of a file."""
    (folder / "z").mkdir()
    before = tree(folder)
    with pytest.raises(CannotWrite):
        write_files(folder, {"a": b"A", "z": b"Z"})
    with pytest.raises(CannotWrite):
        write_files(folder, {"a/b": b"B", "c": b"C"})
    with pytest.raises(CannotWrite):
        write_files(folder, {"new": b"A", "new/b": b"B"})
    assert tree(folder) == before


def test_file_systems_without_hard_links_are_served(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no hard link can be made the previous content is copied, and is restored as well."""
    before = tree(folder)

    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(os, "link", refuse)
    failing(monkeypatch, os, "replace", FULL, 3)
    with pytest.raises(CannotWrite):
        write_files(folder, NEW)
    assert tree(folder) == before
    write_files(folder, NEW)
    assert tree(folder) == {**NEW, "other": b"other", "new": None, "new/deep": None}


def test_a_copy_that_fails_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full when the previous content is to be kept changes nothing."""
    before = tree(folder)
    failing(monkeypatch, os, "link", DENIED, 0)
    failing(monkeypatch, shutil, "copy2", FULL, 0)
    with pytest.raises(CannotWrite):
        write_files(folder, NEW)
    assert tree(folder) == before


@pytest.mark.parametrize("is_there", [True, False])
def test_a_file_that_cannot_be_restored_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    """Where restoring fails too, the reason names the files, and nothing is lost."""
    old = tmp_path / "a"
    if is_there:
        old.write_bytes(b"old")
    real = os.replace
    calls = iter(range(9))

    def replace(source: Path, target: Path) -> None:
        if next(calls) > 1:  # after the list and the first file
            raise FULL
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(CannotWrite) as caught:
        write_files(tmp_path, {"a": b"A", "b": b"B"})
    monkeypatch.undo()
    assert f"{old.as_posix()} has the new content" in caught.value.reason
    contents = [path.read_bytes() for path in tmp_path.iterdir()]
    if is_there:
        kept = Path(caught.value.reason.rpartition(" is in ")[2])
        assert kept.read_bytes() == b"old"
        assert sorted(contents) == [b"A", b"old"]
    else:
        assert contents == [b"A"]


def test_folders_that_cannot_be_opened_do_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On systems that cannot open folders, as Windows, files are written all the same."""
    real = os.open

    def refuse(path: Path, *rest: int) -> int:
        if Path(path) == tmp_path:
            raise DENIED
        return real(path, *rest)

    monkeypatch.setattr(os, "open", refuse)
    written = write_files(tmp_path, {"a": b"1", "b": b"2"})
    assert [path.read_bytes() for path in written] == [b"1", b"2"]


@pytest.mark.parametrize("name", ["../a", "/a", "a\\b", "", "x:y", "sub//a", "a\0b"])
def test_names_that_lead_elsewhere_are_refused(folder: Path, name: str) -> None:
    """A name that is not plain is refused before anything is written."""
    before = tree(folder)
    with pytest.raises(CannotWrite, match="nothing was changed"):
        write_files(folder, {"a": b"A", name: b"1"})
    assert tree(folder) == before


def test_linked_folders_that_lead_outside_are_refused(folder: Path) -> None:
    """Nothing is written through a symbolic link that leads out of the folder."""
    (folder / "out").symlink_to(folder.parent)
    with pytest.raises(CannotWrite, match="symbolic link"):
        write_files(folder, {"out/a": b"A"})
    assert not (folder.parent / "a").exists()


def test_only_a_file_that_may_be_written_is_replaced(tmp_path: Path) -> None:
    """Root could replace a device by a file, and the link of somebody else by another file."""
    (tmp_path / "file").write_bytes(b"file")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "lost").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "kept").write_bytes(b"kept")
    (tmp_path / "kept").chmod(0o444)
    reasons = {
        "link": "it is a link; name the file itself",
        "lost": "it is a link; name the file itself",
        "folder": "it is a folder",
        "pipe": "it is a device or a pipe, not a file",
        "kept": "it is read-only",
    }
    modes = {path.name: path.lstat().st_mode for path in tmp_path.iterdir()}
    for name, reason in reasons.items():
        with pytest.raises(CannotWrite) as caught:
            write_files(tmp_path, {"a": b"new", name: b"new"})
        assert (caught.value.reason, Path(caught.value.file).name) == (reason, name)
    assert {path.name: path.lstat().st_mode for path in tmp_path.iterdir()} == modes
    assert (tmp_path / "file").read_bytes() == b"file"
