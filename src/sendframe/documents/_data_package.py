"""A table of figures as a Frictionless Data Package, which any of its tools can read.

The figures are the resource ``figures``, a table with a schema; the meaning of symbols, the areas
and the releases are the resource ``observations``, a document of sendframe that names the table.
Figures that contradict themselves are listed in the resource ``faults``, and those in doubt in
``doubts``.

Source: Data Package 2.0, datapackage.org, 2024.
"""

from collections.abc import Iterable, Iterator, Mapping
from csv import writer
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import format_json

from ._portfolio_dump import valid_bytes
from ._table import read_table
from ._table_header import dimension_columns
from ._table_text import written_table
from ._write import write_files

if TYPE_CHECKING:
    from sendframe.model import Observations, ObservationSet, SymbolMeaning

__all__ = ["DESCRIPTOR", "FIGURES", "OBSERVATIONS", "dump_package"]

DESCRIPTOR = "datapackage.json"
FIGURES = "figures"
OBSERVATIONS = "observations"
_TABLE = "figures.csv"
_DOCUMENT = "observations.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_FIELDS = {
    "indicator": ("string", "Id of the indicator"),
    "area": ("string", "Code of the area"),
    "period_kind": ("string", "Kind of the period"),
    "period": ("string", "The period, written as its kind is"),
    "value": ("number", "The figure in the unit of the indicator; a symbol where there is none"),
    "numerator": ("number", "The numerator"),
    "denominator": ("number", "The denominator"),
    "status": ("string", "Provisional, revised, final and so on"),
    "release": ("string", "Id of the release"),
    "source_file": ("string", "File of the release"),
    "source_row": ("integer", "Row of that file, from 1"),
}
_MOST_WRITTEN = 20  # a number of a table has no more digits after its point
_NEEDED = ("indicator", "area", "period_kind", "period")


_MARK_TITLES = {
    "faults": "Figures that contradict themselves",
    "doubts": "Figures in doubt by their own series",
}
_MARK_FIELDS = {
    "faults": {
        "row": ("integer", "Row of figures.csv below its header, from 1"),
        "fault": ("string", "Code of the fault"),
        "meaning": (
            "string",
            "What it means; a figure with a fault may not be compared or averaged",
        ),
    },
    "doubts": {
        "row": ("integer", "Row of figures.csv below its header, from 1"),
        "doubt": ("string", "Code of the check that doubts the figure"),
        "meaning": ("string", "What it may be; a figure in doubt may still be right"),
    },
}
_MARKED = (
    "figures that contradict themselves are listed in the resource faults, those in doubt in the "
    "resource doubts"
)
_NOT_MARKED = (
    "whether a figure contradicts itself was not looked at, since no indicator was defined"
)
Marks = Mapping[str, Iterable[tuple[int, str, str]]]
"""Row from 0, code and meaning of each figure with a mark, for ``faults`` and for ``doubts``."""


def dump_package(  # noqa: PLR0913  # each is one thing to write, or how
    table: "Observations",
    folder: Path,
    *,
    id_: str,
    title: str,
    marks: Marks | None = None,
    new: bool = False,
) -> tuple[Path, ...]:
    """Write figures as a data package; all files are written or none.

    Args:
        table: The figures. Disclosure control is not applied to them.
        folder: The folder; created where it does not exist.
        id_: Id of the package and of its observation set.
        title: Its title.
        marks: The figures that contradict themselves or are in doubt; None where that is not
            known.
        new: Whether a folder is refused that has files.

    Returns:
        The paths written, sorted by name.

    Raises:
        CannotWrite: A file could not be written; nothing was changed.
        InvalidDocument: The figures could not be read again; the exception has every problem.
        InvalidValue: The id or the title is none.
    """
    written = _with_decimals(table)
    document = _observation_set(written, id_, title)
    csv = written_table(written, as_read=True)
    text = valid_bytes(document)
    again, problems = read_table(csv, _TABLE, document)
    problems = [*_unexplained(table), *problems]
    columns = (*table.columns, "decimals")
    if not problems and any(getattr(again, name) != getattr(written, name) for name in columns):
        help_ = "Replace symbols that are numbers, or that are written with spaces."
        message = "the figures would not be read again as they are"
        problems = [Diagnostic("SFR404", message, Location(_TABLE), help=help_)]
    if problems:
        raise InvalidDocument(tuple(sorted(problems, key=lambda problem: problem.sort_key)))
    files = {_TABLE: csv, _DOCUMENT: text}
    lists = {name: _list_of(name, items) for name, items in (marks or {}).items()}
    files |= {f"{name}.csv": data for name, data in lists.items()}
    descriptor = _descriptor(document, csv, text, lists)
    return write_files(folder, {DESCRIPTOR: format_json(descriptor), **files}, new=new)


def _list_of(name: str, items: Iterable[tuple[int, str, str]]) -> bytes:
    """Return a list of marked figures as a table."""
    written = StringIO()
    rows = [[row + 1, *mark] for row, *mark in items]
    writer(written, lineterminator="\n").writerows([_MARK_FIELDS[name], *rows])
    return written.getvalue().encode()


def _with_decimals(table: "Observations") -> "Observations":
    """Return the table with the fewest decimals that keep each figure, where none are known.

    More would be read as more exact than anybody said.
    """
    from sendframe.model import Integers, NumberParser

    parser = NumberParser()
    cells = [
        "" if value is None else f"{value:.0f}" if value.is_integer() else repr(value)
        for value in table.value
    ]
    fewest = Integers.of_buffer(parser.decimals(cells))
    decimals = [
        None if least is None else max(least, min(given or 0, _MOST_WRITTEN))
        for given, least in zip(table.decimals, fewest, strict=True)
    ]
    return attrs.evolve(table, decimals=Integers(decimals))


def _observation_set(table: "Observations", id_: str, title: str) -> "ObservationSet":
    """Return the document that explains a table."""
    from sendframe.model import FrozenMap, ObservationSet, ObservedArea, Text

    codes = dict.fromkeys([*table.area.values, *table.areas])
    return ObservationSet(
        id=id_,
        title=Text(default=title),
        symbols=FrozenMap(_symbols(table)),
        areas=tuple(
            ObservedArea(
                code=code,
                name=table.areas.get(code, code),
                kind=table.kinds.get(code, "unknown"),
                basis=table.bases.get(code),
            )
            for code in sorted(codes)
        ),
        releases=tuple(table.releases[id_] for id_ in sorted(table.releases)),
        table=_TABLE,
    )


def _symbols(table: "Observations") -> "dict[str, SymbolMeaning]":
    """Return the meaning of each symbol of a table, by release where releases differ."""
    meanings: dict[str, dict[str | None, SymbolMeaning]] = {}
    for symbol, release in set(zip(table.symbol, table.release, strict=True)):
        meaning = table.symbols.get(f"{release} {symbol}") or table.symbols.get(symbol or "")
        if symbol is not None and meaning is not None:
            meanings.setdefault(symbol, {})[release] = meaning
    made: dict[str, SymbolMeaning] = {}
    for symbol, by_release in meanings.items():
        if len(set(by_release.values())) == 1:
            made[symbol] = next(iter(by_release.values()))
            continue
        for release, meaning in by_release.items():
            made[symbol if release is None else f"{release} {symbol}"] = meaning
    return made


def _unexplained(table: "Observations") -> Iterator[Diagnostic]:
    """Yield a problem for each area of the figures that has no name."""
    for code in table.area.values:
        if code not in table.areas:
            message = f"the area {code} has no name and no kind"
            help_ = "Give the figures observation sets that name their areas."
            yield Diagnostic("SFR201", message, Location(_DOCUMENT, "/areas"), help=help_)


def _descriptor(
    document: "ObservationSet", csv: bytes, text: bytes, lists: Mapping[str, bytes]
) -> dict[str, Any]:
    header = csv.partition(b"\n")[0].decode().split(",")
    symbols = sorted({symbol.split(" ")[-1] for symbol in document.symbols})
    fields = [_field(name, header, symbols) for name in header]
    value = fields[header.index("value")]
    value["description"] += f"; {_MARKED if lists else _NOT_MARKED}"
    return {
        "$schema": _PROFILE,
        "name": document.id.lower(),
        "title": document.title.default,
        "resources": [
            {
                "name": FIGURES,
                "type": "table",
                "path": _TABLE,
                **_file(csv, "csv", "text/csv"),
                "schema": {
                    "fields": fields,
                    "missingValues": [""],
                },
                **_sources(document),
            },
            {
                "name": OBSERVATIONS,
                "title": "Symbols, areas and releases of the figures",
                "path": _DOCUMENT,
                **_file(text, "json", "application/json"),
            },
            *(_list_resource(name, data) for name, data in lists.items()),
        ],
    }


def _list_resource(name: str, data: bytes) -> dict[str, Any]:
    fields = [
        {"name": field, "type": form, "description": words}
        for field, (form, words) in _MARK_FIELDS[name].items()
    ]
    return {
        "name": name,
        "title": _MARK_TITLES[name],
        "type": "table",
        "path": f"{name}.csv",
        **_file(data, "csv", "text/csv"),
        "schema": {"fields": fields},
    }


def _file(data: bytes, form: str, media_type: str) -> dict[str, Any]:
    return {
        "format": form,
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
    }


def _field(name: str, header: list[str], symbols: list[str]) -> dict[str, Any]:
    dimension = dimension_columns(header).get(name)
    form, words = _FIELDS.get(name, ("string", f"Part of the total: {dimension}"))
    field: dict[str, Any] = {"name": name, "type": form, "description": words}
    if name == "value":
        field["missingValues"] = ["", *symbols]
    if name in _NEEDED:
        field["constraints"] = {"required": True}
    return field


def _sources(document: "ObservationSet") -> dict[str, Any]:
    sources = []
    for release in document.releases:
        source: dict[str, str] = {"title": f"{release.publisher}, {release.title}"}
        if release.link is not None and release.link.startswith("http"):
            source["path"] = release.link
        sources.append(source)
    return {"sources": sources} if sources else {}
