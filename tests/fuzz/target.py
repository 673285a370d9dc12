"""What is fuzzed: bytes become a document or a small folder, and are validated and loaded.

One part is a document of any kind. Parts divided by `DIVIDER` are a folder: its manifest, its
documents ``d0.json``, ``d1.json`` and so on, and last its table ``t.csv``.

Whatever the bytes are, nothing but an exception of sendframe may come out, and these hold:

- ``validate`` and ``load`` agree: what has an error is refused, with the same diagnostics;
- each diagnostic has a code that is known and a place, and can be printed; there are not too many;
- what is accepted comes back the same, value and bytes, when it is dumped and loaded again;
- a folder that is accepted can be evaluated and reported, and no contribution of sendframe's own
  fails in that.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from zlib import crc32

import sendframe
from sendframe.api import failures_of
from sendframe.cli._source_line import read_lines, source_line
from sendframe.errors import (
    MANUALS,
    Diagnostic,
    InvalidDocument,
    Location,
    NothingToReport,
    PluginFailed,
    UnknownName,
)
from sendframe.model import Document, Portfolio

__all__ = ["DIVIDER", "fuzz"]

DIVIDER = b"\n%%%%\n"
MOST = 1500  # diagnostics of a folder, those of its tables and the one that says "more" included
SHOWN = 2  # excerpts looked at
PROFILES = ("board",)
FORMATS = ("html", "markdown", "json")  # one for each portfolio
INTERNAL = "json"  # those with this format are evaluated with their hidden figures, too
CODES = {*MANUALS}


@cache
def _installed() -> sendframe.Catalogue:
    """Return the installed plug-ins, whose documents are then read once and not for each input."""
    return sendframe.Catalogue.discover()


def fuzz(data: bytes, folder: Path, known: set[int] | None = None) -> str:
    """Validate and load what the bytes say; return the verdict in one line.

    Args:
        data: Anything.
        folder: A folder to write into; what stands there is removed.
        known: Hashes of documents that came back the same before, and are not dumped again; those
            of this input are added.

    Raises:
        AssertionError: Something that holds of all documents does not.
        Exception: There is a bug.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.iterdir():  # to make the folder anew takes longer than all else
        left.unlink()
    manifest, *others = data.split(DIVIDER)
    if not others:
        path = folder / "document.json"
        path.write_bytes(data)
    else:
        path = folder
        *documents, table = others
        (folder / "portfolio.json").write_bytes(manifest)
        for number, each in enumerate(documents):
            (folder / f"d{number}.json").write_bytes(each)
        (folder / "t.csv").write_bytes(table)
    return _verdict(path, folder, set() if known is None else known)


def _verdict(path: Path, folder: Path, known: set[int]) -> str:
    told = sendframe.validate(path, catalogue=_installed())
    _hold(told, folder)
    refused = any(each.severity == "error" for each in told)
    loaded, why = _loaded(path)
    assert refused == (loaded is None), "load and validate do not agree"
    if loaded is None:
        assert why == told, "load and validate tell other things"
        return " ".join(sorted({each.code for each in told}))
    documents: tuple[Document, ...] = (
        (loaded.manifest, *loaded.documents) if isinstance(loaded, Portfolio) else (loaded,)
    )
    again = folder / "again.json"
    for each in documents:
        if hash(each) in known:
            continue
        data = sendframe.dump(each, catalogue=_installed())
        again.write_bytes(data)
        same = sendframe.load(again, catalogue=_installed())
        assert same == each, "a document does not come back the same"
        assert hash(same) == hash(each), "equal documents have other hashes"
        assert isinstance(same, Document)
        assert sendframe.dump(same, catalogue=_installed()) == data, (
            "equal documents have other bytes"
        )
        known.add(hash(each))
    told = f"accepted {len(documents)}"
    if not isinstance(loaded, Portfolio):
        return told
    manifest = (folder / "portfolio.json").read_bytes()
    table = (folder / "t.csv").read_bytes()
    return f"{told}, {_reported(loaded, FORMATS[crc32(manifest + table) % len(FORMATS)])}"


def _reported(portfolio: Portfolio, format_: str) -> str:
    """Evaluate a portfolio, make its reports in one format, and return what came of it."""
    if portfolio.manifest.as_at is None:
        return "no day"
    if format_ == INTERNAL:
        evaluation = sendframe.evaluate(portfolio, catalogue=_installed())
        sendframe.dump(evaluation, catalogue=_installed())
        told = [*map(str, failures_of(evaluation))]
        assert told == [], f"a contribution fails: {told}"
    try:
        made = sendframe.make_reports(portfolio, PROFILES, catalogue=_installed())
        files = [each.files(format_) for each in made]
    except (NothingToReport, UnknownName) as error:
        return error.code
    except ExceptionGroup as group:
        fails = [str(error) for error in group.exceptions if isinstance(error, PluginFailed)]
        raise AssertionError(f"a section or a renderer fails: {fails}") from group
    assert all(files)
    return "reported"


def _loaded(path: Path) -> tuple[Document | Portfolio | None, tuple[Diagnostic, ...]]:
    try:
        return sendframe.load(path, catalogue=_installed()), ()
    except InvalidDocument as error:
        return None, error.diagnostics


def _hold(told: tuple[Diagnostic, ...], folder: Path) -> None:
    """Hold what is true of all diagnostics."""
    lines_of = cache(read_lines)
    assert len(told) <= MOST, "too much is told"
    assert [each.sort_key for each in told] == sorted(each.sort_key for each in told)
    for each in told:
        assert each.code in CODES, f"no manual for {each.code}"
        assert each.help, f"{each.code} does not say what to do"
        assert each.location.file is not None
        assert each.location.file.startswith(folder.as_posix())
        for where in (each.location, *(other.location for other in each.related)):
            f"{each}{each.help}{each.suggestion}{where.path}".encode()
            _hold_place(where, lines_of)
    for each in told[:SHOWN]:
        "\n".join(source_line(lines_of(str(each.location.file)), each.location)).encode()


def _hold_place(where: Location, lines_of: Callable[[str], list[str]]) -> None:
    if where.line is None or where.column is None:
        return
    lines = lines_of(str(where.file))
    assert 1 <= where.line <= len(lines) + 1, "a line that is not there"
    assert where.column >= 1
