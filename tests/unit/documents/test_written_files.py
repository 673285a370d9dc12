"""Results replace what sendframe wrote itself, and nothing of the user's unasked."""

import json
from pathlib import Path

import pytest

from sendframe.documents import own_results, write_results
from sendframe.documents._written_files import WRITTEN
from sendframe.errors import CannotWrite


def recorded(folder: Path) -> list[str]:
    """Return the names that the record of a folder has."""
    return list(json.loads((folder / WRITTEN).read_bytes())["files"])


def test_what_was_written_is_replaced_the_next_time(tmp_path: Path) -> None:
    """The record names it; it is no result itself, and forgets what is gone."""
    folder = tmp_path / "out"
    assert write_results(folder, {"b": b"1", "a": b"1"}) == (folder / "a", folder / "b")
    assert recorded(folder) == ["a", "b"]
    (folder / "b").unlink()
    assert write_results(folder, {"a": b"2", "c": b"2"}) == (folder / "a", folder / "c")
    assert (folder / "a").read_bytes() == b"2"
    assert recorded(folder) == ["a", "c"]
    before = (folder / WRITTEN).read_bytes()
    write_results(folder, {"a": b"2"})
    assert (folder / WRITTEN).read_bytes() == before


def test_a_file_of_the_user_stays(tmp_path: Path) -> None:
    """One that was there before, and one of ours that was changed; nothing else is written."""
    (tmp_path / "a").write_bytes(b"mine")
    with pytest.raises(CannotWrite) as caught:
        write_results(tmp_path, {"a": b"1", "b": b"1"})
    assert caught.value.file == (tmp_path / "a").as_posix()
    assert "sendframe did not write it, or it was changed since; --force" in str(caught.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a"]
    write_results(tmp_path, {"b": b"1", "c": b"1"})
    (tmp_path / "b").write_bytes(b"edited")
    (tmp_path / "c").write_bytes(b"edited")
    with pytest.raises(CannotWrite, match=r"changed since \(and 1 more\); --force"):
        write_results(tmp_path, {"b": b"2", "c": b"2"})
    assert (tmp_path / "b").read_bytes() == b"edited"
    write_results(tmp_path, {"a": b"1", "b": b"2", "c": b"2"}, overwrite=True)
    assert [(tmp_path / name).read_bytes() for name in "abc"] == [b"1", b"2", b"2"]
    write_results(tmp_path, {"a": b"3"})


def test_a_file_with_the_same_content_may_be_anybodys(tmp_path: Path) -> None:
    """Nothing is lost, as where a folder of results was copied without its record."""
    (tmp_path / "a").write_bytes(b"1")
    assert write_results(tmp_path, {"a": b"1"}) == (tmp_path / "a",)
    assert recorded(tmp_path) == ["a"]


def test_a_document_of_the_portfolio_stays_though_it_was_a_result(tmp_path: Path) -> None:
    """Its path may be written in another way."""
    write_results(tmp_path, {"a": b"1"})
    own = tmp_path / "." / "a"
    with pytest.raises(CannotWrite, match="the portfolio names it; --force"):
        write_results(tmp_path, {"a": b"2"}, kept=[own])
    assert (tmp_path / "a").read_bytes() == b"1"
    write_results(tmp_path, {"a": b"2"}, kept=[own], overwrite=True)
    assert (tmp_path / "a").read_bytes() == b"2"


@pytest.mark.parametrize(
    "content", ["{", "[]", "{}", '{"files": 3}', '{"files": {"a": 3}}', "[" * 100_000]
)
def test_a_record_that_cannot_be_read_names_nothing(tmp_path: Path, content: str) -> None:
    """Then every file that is there is the user's."""
    (tmp_path / WRITTEN).write_text(content, encoding="utf-8")
    (tmp_path / "a").write_bytes(b"mine")
    with pytest.raises(CannotWrite, match="did not write it"):
        write_results(tmp_path, {"a": b"1"})
    write_results(tmp_path, {"b": b"1"})
    assert recorded(tmp_path) == ["b"]


def test_a_link_is_refused_even_when_forced(tmp_path: Path) -> None:
    """What it leads to is the user's."""
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "a").symlink_to("mine")
    with pytest.raises(CannotWrite, match="did not write it"):
        write_results(tmp_path, {"a": b"1"})
    with pytest.raises(CannotWrite, match="it is a link"):
        write_results(tmp_path, {"a": b"1"}, overwrite=True)
    assert (tmp_path / "mine").read_bytes() == b"mine"


def test_what_was_written_is_known_until_it_is_gone(tmp_path: Path) -> None:
    """By name; a folder without the list, or with a broken one, has nothing of sendframe's."""
    assert own_results(tmp_path) == frozenset()
    write_results(tmp_path, {"a.json": b"a", "b.json": b"b"})
    (tmp_path / "c.json").write_bytes(b"c")
    assert own_results(tmp_path) == {"a.json", "b.json"}
    (tmp_path / "a.json").unlink()
    assert own_results(tmp_path) == {"b.json"}
    (tmp_path / WRITTEN).write_bytes(b"[")
    assert own_results(tmp_path) == frozenset()


def test_further_files_are_written_where_none_is_refused(tmp_path: Path) -> None:
    """A file elsewhere is written with the results, and not where one of them is the user's."""
    folder, further = tmp_path / "out", tmp_path / "kept" / "shown.json"
    folder.mkdir()
    (folder / "a").write_bytes(b"mine")
    with pytest.raises(CannotWrite):
        write_results(folder, {"a": b"1"}, first={further: b"2"})
    assert not further.parent.exists()
    paths = write_results(folder, {"b": b"1"}, first={further: b"2", folder / "c": b"3"})
    assert paths == (folder / "b",)
    assert (further.read_bytes(), (folder / "c").read_bytes()) == (b"2", b"3")
