"""A process that is killed leaves the old files or the new ones, or what the next run finishes."""

import errno
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from sendframe.documents import _folder_lock, load_folder, write_files, write_results
from sendframe.documents._folder_lock import locked
from sendframe.documents._unfinished import (
    UNFINISHED,
    finish_writing,
    is_unfinished,
    remove_temporary,
)
from sendframe.errors import CannotWrite, InvalidDocument

WORKER = Path(__file__).with_name("kill_worker.py")
OLD = {"a": "old a", "deep/b": "old b"}
NEW = {"a": "new a", "c": "new c", "deep/b": "new b", "deep/er/d": "new d"}
NEXT = {"next": "next", "deep/next": "next", "deep/er/next": "next"}
TEMPORARY = ".sendframe-0123456789abcdef.tmp"


def test_a_kill_at_any_system_call_mixes_nothing(tmp_path: Path) -> None:
    """Files that are not all old or all new are listed; the next run then makes all of them new.

    It removes what is temporary, and `new` can be run again.
    """
    done = subprocess.run(
        [sys.executable, str(WORKER), str(tmp_path)], capture_output=True, check=True
    )
    found = json.loads(done.stdout)
    ways = [way for way, *_ in found]
    assert all(ways.count(way) > 20 for way in ("files", "results", "everywhere", "new"))
    mixed = 0
    for way, at, left, hidden, after, rest in found:
        old, then = ({}, {}) if way == "new" else (OLD, NEXT)
        where = f"{way}, killed before call {at}"
        if left not in (old, NEW):
            mixed += 1
            assert UNFINISHED in hidden, where
        finished = NEW if way == "new" or UNFINISHED in hidden or left == NEW else old
        assert after == {**finished, **then}, where
        assert rest == [], where
    assert mixed  # the list has a use


def test_a_second_run_waits_for_the_first_and_gives_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It writes when the first has ended; where that does not end it changes nothing."""
    pauses: list[float] = []
    monkeypatch.setattr(_folder_lock.time, "sleep", pauses.append)
    with locked([tmp_path]), pytest.raises(CannotWrite, match="another run of sendframe"):
        write_files(tmp_path, {"a": b"1"})
    assert [*tmp_path.iterdir()] == []
    assert sum(pauses) == pytest.approx(4.9)
    first = locked([tmp_path])
    first.__enter__()
    monkeypatch.setattr(_folder_lock.time, "sleep", lambda _: first.__exit__(None, None, None))
    assert write_files(tmp_path, {"a": b"1"}) == (tmp_path / "a",)


def test_where_nothing_can_be_locked_files_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """File systems of some networks, and Windows, lock no folders."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EBADF, "Bad file descriptor")

    monkeypatch.setattr(_folder_lock.fcntl, "flock", refuse)
    assert write_files(tmp_path, {"a": b"1"}) == (tmp_path / "a",)
    monkeypatch.setattr(_folder_lock, "fcntl", None)
    assert write_files(tmp_path, {"b": b"1"}) == (tmp_path / "b",)


def test_a_folder_that_is_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    """Opening a pipe would wait for somebody to write into it."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotWrite, match="Not a directory"):
        write_results(tmp_path / "pipe", {"a": b"1"})
    assert (tmp_path / "pipe").is_fifo()


def test_a_document_is_not_read_while_its_folder_is_unfinished(tmp_path: Path) -> None:
    """The documents could be of two editions; the message says how to finish them."""
    (tmp_path / "portfolio.json").write_bytes(b"{}")
    (tmp_path / UNFINISHED).write_bytes(b"{}")
    with pytest.raises(InvalidDocument) as caught:
        load_folder(tmp_path)
    (problem,) = caught.value.diagnostics
    assert problem.code == "SFR017"
    assert "sendframe is replacing files of its folder, or was stopped" in problem.message
    assert problem.help == "Run the command again that wrote them: it finishes them."


@pytest.mark.parametrize(
    "text",
    [
        "no JSON",
        "[]",
        "{}",
        '{"replace": [["a"]]}',
        '{"replace": [["a", "b"]]}',
        f'{{"replace": [["{TEMPORARY}", "../b"]]}}',
        f'{{"replace": [["{TEMPORARY}", "/b"]]}}',
        f'{{"replace": [["{TEMPORARY}", "folder"]]}}',
        f'{{"replace": [["{TEMPORARY}", "out/b"]]}}',
        f'{{"replace": [["../{TEMPORARY}", "out/b"], ["a", "b"]]}}',
    ],
)
def test_a_list_of_somebody_else_moves_nothing(tmp_path: Path, text: str) -> None:
    """It could name any file, and any place for it."""
    folder = tmp_path / "results"
    (folder / "folder").mkdir(parents=True)
    (folder / "out").symlink_to(tmp_path)
    (folder / "a").write_bytes(b"a")
    (tmp_path / TEMPORARY).write_bytes(b"theirs")
    (folder / TEMPORARY).write_bytes(b"t")
    (folder / UNFINISHED).write_text(text, encoding="utf-8")
    assert finish_writing(folder) == set()
    remove_temporary(folder)
    assert not is_unfinished(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["a", "folder", "out"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [TEMPORARY, "results"]


def test_what_cannot_be_removed_stays(tmp_path: Path) -> None:
    """A folder with the name of a temporary file is not sendframe's."""
    (tmp_path / TEMPORARY).mkdir()
    (tmp_path / UNFINISHED).write_text(
        f'{{"replace": [["{TEMPORARY}", "gone"]]}}', encoding="utf-8"
    )
    assert finish_writing(tmp_path) == {tmp_path / "gone"}
    remove_temporary(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [TEMPORARY]


def test_a_list_in_one_folder_finishes_another(tmp_path: Path) -> None:
    """Files of one command that are in two folders, as figures and evidence may be."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        (folder / TEMPORARY).write_bytes(b"new")
    places = [[TEMPORARY, "a"], [(second / TEMPORARY).as_posix(), (second / "b").as_posix()]]
    (first / UNFINISHED).write_text(json.dumps({"replace": places}), encoding="utf-8")
    assert finish_writing(first) == {first / "a", second / "b"}
    assert (second / "b").read_bytes() == b"new"


def test_a_new_folder_has_no_files(tmp_path: Path) -> None:
    """Empty folders may be there, which a run that was killed leaves; a link is a file."""
    (tmp_path / "empty" / "too").mkdir(parents=True)
    assert len(write_files(tmp_path, {"a": b"1", "empty/b": b"1"}, new=True)) == 2
    with pytest.raises(CannotWrite, match="the folder is not empty"):
        write_files(tmp_path, {"a": b"1"}, new=True)
    other = tmp_path / "other"
    other.mkdir()
    (other / "link").symlink_to(tmp_path / "empty")
    with pytest.raises(CannotWrite, match="the folder is not empty"):
        write_files(other, {"a": b"1"}, new=True)


def test_a_folder_that_was_made_for_nothing_is_removed(tmp_path: Path) -> None:
    """Where nothing can be written the folders are as they were."""
    with pytest.raises(CannotWrite):
        write_files(tmp_path / "new" / "too", {"../a": b"1"})
    assert [*tmp_path.iterdir()] == []


def test_systems_without_locks_are_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no module of them."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    assert runpy.run_path(_folder_lock.__file__)["fcntl"] is None
