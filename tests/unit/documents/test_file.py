"""Reading files, and names that must stay inside a folder."""

import errno
import os
from pathlib import Path

import pytest

from sendframe.documents import _file
from sendframe.documents._file import name_problem, open_file, read_bytes, resolve_inside
from sendframe.errors import InvalidDocument, Location


def refusal(path: Path, limit: int = 100) -> tuple[str, str]:
    """Return code and message of the one diagnostic."""
    data, (diagnostic,) = read_bytes(path, shown="a.json", limit=limit)
    assert data == b""
    assert diagnostic.location == Location("a.json")
    assert diagnostic.help
    assert str(path) not in diagnostic.message
    return diagnostic.code, diagnostic.message


@pytest.mark.parametrize("size", [0, 1, 99, 100])
def test_a_file_is_read(tmp_path: Path, size: int) -> None:
    """A regular file up to the limit is read as it is."""
    path = tmp_path / "a.json"
    path.write_bytes(b"x" * size)
    assert read_bytes(path, shown="a.json", limit=100) == (b"x" * size, ())


def test_a_file_of_many_chunks_is_read(tmp_path: Path) -> None:
    """A file larger than one read is joined in order."""
    path = tmp_path / "a.json"
    content = b"0123456789abcdef" * 200_000
    path.write_bytes(content)
    assert read_bytes(path, shown="a.json", limit=len(content)) == (content, ())


def test_a_symbolic_link_is_followed(tmp_path: Path) -> None:
    """A link to a file is read as the file."""
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").symlink_to("a")
    assert read_bytes(tmp_path / "b", shown="b", limit=1) == (b"1", ())


def test_too_large_a_file_is_refused(tmp_path: Path) -> None:
    """A file above the limit is SFR011."""
    path = tmp_path / "a.json"
    path.write_bytes(b"x" * 101)
    assert refusal(path)[0] == "SFR011"


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of 200 MB is SFR011, and not a byte of it is read."""
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(_file, "_read", lambda *_: pytest.fail("it was read"))
    assert refusal(path, limit=50_000_000)[0] == "SFR011"


def test_a_growing_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that grows after it was opened is read to one byte above the limit at most."""
    path = tmp_path / "a.json"
    path.write_bytes(b"")
    asked = list[int]()

    def endless(_: int, size: int) -> bytes:
        asked.append(size)
        return b"x" * min(size, 40)

    monkeypatch.setattr(os, "read", endless)
    assert refusal(path)[0] == "SFR011"
    assert asked == [101, 61, 21]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A file that is not there is SFR017."""
    code, message = refusal(tmp_path / "none.json")
    assert code == "SFR017"
    assert "no such file" in message


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(errno.ENOENT, "gone"), "no such file"),
        (PermissionError(errno.EACCES, "denied"), "permission denied"),
        (OSError(errno.ENXIO, "No such device or address"), "No such device"),
        (OSError(), "cannot be used"),
    ],
)
def test_the_system_may_refuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    """No permission, or a file vanishing at any moment, is SFR017, and nothing is raised."""
    path = tmp_path / "a.json"
    path.write_bytes(b"{}")

    def refuse(*_: object) -> int:
        raise error

    for function in ("read", "fstat", "open"):
        with monkeypatch.context() as patch:
            patch.setattr(os, function, refuse)
            code, message = refusal(path)
        assert code == "SFR017"
        assert words in message
    for function in ("fstat", "open"):
        with monkeypatch.context() as patch:
            patch.setattr(os, function, refuse)
            with pytest.raises(InvalidDocument, match=words), open_file(path, "a.json", 9):
                pytest.fail("it was opened")


def test_what_is_not_a_regular_file_is_refused(tmp_path: Path) -> None:
    """Folders, pipes and devices are SFR017 and block nothing; neither does a bad name."""
    assert "folder" in refusal(tmp_path)[1]
    assert refusal(tmp_path / "a\0b")[0] == "SFR017"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert "pipe" in refusal(tmp_path / "pipe")[1]
        assert refusal(Path(os.devnull))[0] == "SFR017"


def test_an_open_file_is_at_its_beginning_and_closed_at_the_end(tmp_path: Path) -> None:
    """A reader is told the size, reads from the first byte, and closes nothing itself."""
    path = tmp_path / "plans.csv"
    path.write_bytes(b"area,plans\n")
    with open_file(path, "plans.csv", 99) as (stream, size):
        assert (size, stream.read()) == (11, b"area,plans\n")
    assert stream.closed


def test_an_open_file_is_closed_after_an_error(tmp_path: Path) -> None:
    """Whatever happens while it is read, no file stays open."""
    path = tmp_path / "plans.csv"
    path.write_bytes(b"")
    with pytest.raises(KeyError), open_file(path, "plans.csv", 99) as (stream, _):
        raise KeyError
    assert stream.closed


@pytest.mark.parametrize(
    ("name", "words"),
    [("none.csv", "no such file"), ("a\0b", "the name cannot be used"), (".", "it is a folder")],
)
def test_what_cannot_be_opened_is_refused(tmp_path: Path, name: str, words: str) -> None:
    """It is SFR017 under the name that people know, and nothing can be read."""
    with (
        pytest.raises(InvalidDocument) as caught,
        open_file(tmp_path / name, "plans.csv", 99),
    ):
        pytest.fail("it was opened")
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.location) == ("SFR017", Location("plans.csv"))
    assert words in diagnostic.message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "empty"),
        ("a\0b", "control"),
        ("a\nb", "control"),
        ("\ud800", "control"),
        ("a\\b", "backslash"),
        ("\\\\server\\share", "backslash"),
        ("/etc/passwd", "absolute"),
        ("//server/share", "absolute"),
        ("C:/data.json", "colon"),
        ("c:data.json", "colon"),
        ("a.json:stream", "colon"),
        ("..", "upwards"),
        ("../a.json", "upwards"),
        ("a/../../b", "upwards"),
        ("a/..", "upwards"),
        ("a//b", "empty or"),
        ("a/", "empty or"),
        (".", "empty or"),
        ("./a", "empty or"),
        ("a/./b", "empty or"),
    ],
)
def test_names_that_are_not_plain_are_refused(tmp_path: Path, name: str, words: str) -> None:
    """A name that could lead elsewhere on any system is SFR015."""
    where = Location("portfolio.json", "/documents/0", 3, 5)
    path, (diagnostic,) = resolve_inside(tmp_path, name, location=where)
    assert path is None
    assert (diagnostic.code, diagnostic.location) == ("SFR015", where)
    assert words in diagnostic.message
    assert diagnostic.help


@pytest.mark.parametrize("name", ["a.json", "a/b.json", "..a", "a..b/...", ".a", "é ü"])
def test_plain_names_are_resolved(tmp_path: Path, name: str) -> None:
    """A plain name is resolved inside the folder, whether the file exists or not."""
    assert name_problem(name) is None
    assert resolve_inside(tmp_path, name) == (tmp_path.resolve() / name, ())


def test_links_inside_are_followed_and_links_outside_refused(tmp_path: Path) -> None:
    """A symbolic link may lead to another place in the folder, never out of it."""
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "folder-two").mkdir()
    (folder / "in").symlink_to("sub")
    (folder / "out").symlink_to(tmp_path / "folder-two")
    (folder / "loop").symlink_to("loop")
    assert resolve_inside(folder, "in/a")[0] == folder.resolve() / "sub" / "a"
    for name in ("out", "out/a"):
        path, (result,) = resolve_inside(folder, name)
        assert path is None
        assert "symbolic link" in result.message
    assert resolve_inside(folder, "loop")[0] == folder.resolve() / "loop"


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    """A folder reached through a link is a folder."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert resolve_inside(tmp_path / "link", "a")[0] == tmp_path.resolve() / "real" / "a"


def test_a_large_file_is_not_opened(tmp_path: Path) -> None:
    """The limit is named."""
    path = tmp_path / "plans.csv"
    path.write_bytes(b"0123456789")
    with open_file(path, "plans.csv", 10) as (stream, size):
        assert (stream.read(), size) == (b"0123456789", 10)
    with (
        pytest.raises(InvalidDocument, match="larger than 9 bytes"),
        open_file(path, "plans.csv", 9),
    ):
        pytest.fail("it was opened")


def test_a_file_that_grows_is_read_up_to_its_first_size_and_refused(tmp_path: Path) -> None:
    """A reader that reads to the end would never end; what it made is not used."""
    path = tmp_path / "plans.csv"
    path.write_bytes(b"0123456789")
    opened = open_file(path, "plans.csv", 99)
    stream, _ = opened.__enter__()
    assert stream.readable()
    assert stream.seekable()
    with path.open("ab") as more:
        more.write(b"more")
    assert stream.read(4) == b"0123"
    assert (stream.tell(), stream.seek(-2, os.SEEK_CUR), stream.read()) == (4, 2, b"23456789")
    assert stream.seek(2, os.SEEK_END) == 16
    assert stream.read() == b""
    with pytest.raises(InvalidDocument, match="it was changed while it was read"):
        opened.__exit__(None, None, None)


def test_a_document_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its beginning and its end could be of two editions."""
    path = tmp_path / "a.json"
    path.write_bytes(b"{}")
    real = os.read

    def read(handle: int, size: int) -> bytes:
        data = real(handle, size)
        path.write_bytes(b"[1]")
        return data

    monkeypatch.setattr(os, "read", read)
    data, (problem,) = read_bytes(path, shown="a.json", limit=99)
    assert (data, problem.code) == (b"", "SFR017")
    assert problem.message == "the file cannot be read: it was changed while it was read"
