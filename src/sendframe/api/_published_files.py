"""Reading back what was published: reports, evaluations, records of what was shown, figures."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import attrs

from sendframe.documents import load_document, load_figures, load_package, read_bytes
from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import ParseLimits, parse
from sendframe.model import (
    Evaluation,
    Observations,
    ObservationSet,
    ShownCell,
    ShownRecord,
    short_repr,
)
from sendframe.reports import REPORT_FORMAT

__all__ = ["PrintedText", "PublishedFile", "published_files"]

_PACKAGE = "datapackage.json"
_SUFFIXES = (".json", ".html", ".htm", ".csv")
_COLUMNS = ("row", "text", "value", "facts")


class PrintedText(NamedTuple):
    """A text of a report that states one fact.

    Attributes:
        fact: Id of the fact.
        text: The text, and the number as a value where the file has one.
        name: What it is of, such as the name of another area; empty where the file does not state it.
    """

    fact: str
    text: str
    name: str = ""


@attrs.frozen
class PublishedFile:
    """What one edition printed, as far as a file shows it.

    Attributes:
        folder: Its folder: a report as a page is of the same day as one in JSON beside it.
        as_at: Day of its evaluation; None where the file does not state it.
        texts: Texts that state a fact.
        cells: Figures with the numbers that were shown.
    """

    __repr__ = short_repr

    folder: Path
    as_at: date | None = None
    texts: tuple[PrintedText, ...] = ()
    cells: tuple[ShownCell, ...] = ()


def published_files(paths: Iterable[Path], limits: ParseLimits) -> list[PublishedFile]:
    """Return what some files printed.

    Args:
        paths: Files, folders of reports, and folders of data packages.
        limits: How much of each file is accepted.

    Raises:
        InvalidDocument: A file cannot be read, or is none of those that are published; the
            exception has every problem.
    """
    read: list[PublishedFile] = []
    problems: list[Diagnostic] = []
    for path in paths:
        for file in _files_of(path):
            try:
                read += _read(file, limits)
            except InvalidDocument as error:
                problems += error.diagnostics
    if problems:
        raise InvalidDocument(tuple(problems))
    return read


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    if (path / _PACKAGE).exists():
        return [path / _PACKAGE]
    files = (file for file in path.iterdir() if not file.name.startswith("."))
    return sorted(file for file in files if file.suffix in _SUFFIXES) or [path]


def _read(path: Path, limits: ParseLimits) -> Iterator[PublishedFile]:
    if path.name == _PACKAGE:
        yield PublishedFile(path.parent, cells=tuple(_cells_of(load_package(path.parent, limits))))
        return
    shown = path.as_posix()
    data, problems = read_bytes(path, shown=shown, limit=limits.bytes)
    if problems:
        raise InvalidDocument(problems)
    match path.suffix:
        case ".json":
            yield from _of_json(path, data, limits)
        case ".html" | ".htm":
            page = _Page()
            page.feed(data.decode("utf-8", "replace"))
            page.close()
            yield PublishedFile(path.parent, texts=tuple(page.texts))
        case ".csv":
            yield PublishedFile(path.parent, texts=tuple(_of_csv(data, shown)))
        case _:
            raise InvalidDocument((_unknown(shown),))


def _unknown(shown: str) -> Diagnostic:
    message = (
        "this is none of what is published: a report in JSON, HTML or CSV, an evaluation, a "
        "record of what was shown, figures, or a data package"
    )
    return Diagnostic("SFR013", message, Location(shown))


def _of_json(path: Path, data: bytes, limits: ParseLimits) -> Iterator[PublishedFile]:
    shown = path.as_posix()
    raw, problems = parse(data, shown, limits=limits)
    if problems:
        raise InvalidDocument(problems)
    contents: Any = raw
    if isinstance(contents, dict) and contents.get("format") == REPORT_FORMAT:
        try:
            day = date.fromisoformat(contents["as_at"])
        except (KeyError, TypeError, ValueError):
            raise InvalidDocument((_unknown(shown),)) from None
        yield PublishedFile(path.parent, day, tuple(_of_report(contents)))
        return
    document = load_document(path, limits)
    if isinstance(document, ShownRecord):
        for edition in document.editions:
            cells = tuple(cell for cell in edition.cells if not cell.hidden)
            yield PublishedFile(path.parent, edition.as_at, cells=cells)
    elif isinstance(document, Evaluation):
        texts = (PrintedText(fact.id, f"{fact.statement} {fact.value}") for fact in document.facts)
        yield PublishedFile(path.parent, document.as_at, tuple(texts))
    elif isinstance(document, ObservationSet):
        yield PublishedFile(path.parent, cells=tuple(_cells_of(load_figures(path, limits))))
    else:
        raise InvalidDocument((_unknown(shown),))


def _of_report(value: Any) -> Iterator[PrintedText]:
    """Yield each figure that a report in JSON has: cells of tables, cards, and points of charts."""
    if isinstance(value, dict):
        facts, typed = value.get("facts"), value.get("typed")
        numbers = [value.get("value"), value.get("figure"), value.get("text")]
        if isinstance(typed, dict):
            numbers += [typed.get(name) for name in ("value", "numerator", "denominator")]
        if isinstance(facts, list) and len(facts) == 1:
            text = " ".join(str(number) for number in numbers if number is not None)
            yield PrintedText(str(facts[0]), text, str(value.get("label") or ""))
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _of_report(part)


class _Page(HTMLParser):
    """Collects the texts of the elements of a page that state one fact."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[PrintedText] = []
        self._open: list[tuple[str, str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = (dict(attrs).get("data-facts") or "").split()
        if len(facts) == 1:
            self._open.append((tag, facts[0], []))
        elif self._open and tag == self._open[-1][0]:
            self._open.append((tag, "", []))  # ends with the end tag that is next

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[-1][0]:
            _, fact, words = self._open.pop()
            if fact:
                self.texts.append(PrintedText(fact, " ".join(words)))

    def handle_data(self, data: str) -> None:
        for _, _, words in self._open:
            words.append(data)


def _of_csv(data: bytes, shown: str) -> Iterator[PrintedText]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace")), restval="")
    not_one = InvalidDocument(
        (
            Diagnostic(
                "SFR013",
                "this table is no report in CSV; for figures, give the document that names it",
                Location(shown),
            ),
        )
    )
    try:
        names = set(rows.fieldnames or ())
        for row in rows if set(_COLUMNS) <= names else ():
            name, text, value, facts = (row[column] for column in _COLUMNS)
            if len(facts.split()) == 1:
                yield PrintedText(facts.strip(), f"{text} {value}", name)
    except csv.Error:
        raise not_one from None
    if not set(_COLUMNS) <= names:
        raise not_one


def _cells_of(table: Observations) -> Iterator[ShownCell]:
    for row in table:
        if row.value is not None:
            yield ShownCell(
                indicator=row.indicator,
                area=row.area,
                period=row.period,
                dimensions=row.dimensions,
                value=row.value,
                numerator=row.numerator,
                denominator=row.denominator,
            )
