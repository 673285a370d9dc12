"""``sendframe compare``."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

import attrs
import click

from sendframe.api import compare
from sendframe.documents import MANIFEST, load_document, load_figures, load_folder
from sendframe.editions import Difference, diff_documents, sentence, titles_of
from sendframe.errors import CannotCompare, InvalidDocument, Location
from sendframe.model import Indicator, ObservationSet, Portfolio

from ._escape import json_text, visible
from ._installed_library import library_of_installed
from ._option import LIMIT, PATH, TEXT_OR_JSON
from ._output import EXIT_PROBLEM, INTERNAL, handle_errors
from ._validate import limits_of

__all__ = ["compare_command"]

FORMAT, VERSION = "sendframe comparison", 1


def _folder_of_portfolio(document: Path) -> Path:
    """Return the nearest folder around a document that has a portfolio; its own where none has."""
    folders = (folder for folder in document.parents if (folder / MANIFEST).is_file())
    return next(folders, document.parent)


def _portfolio_in(folder: Path, max_megabytes: int) -> Portfolio | None:
    """Return the portfolio in a folder; None if it contains none, or one with problems."""
    if not (folder / MANIFEST).is_file():
        return None
    try:
        return load_folder(folder, limits_of(max_megabytes), library_of_installed())
    except InvalidDocument:
        shown = visible((folder / MANIFEST).as_posix())
        click.echo(
            f"Ids are printed instead of names: {shown} has problems; see sendframe validate.",
            err=True,
        )
        return None


def _differences(old: Path, new: Path, max_megabytes: int) -> tuple[Difference, ...]:
    limits, library = limits_of(max_megabytes), library_of_installed()
    if old.is_dir() != new.is_dir():
        for path in (old, new):
            if not path.exists():
                load_document(path, limits, library)  # which says so
        kinds = ["portfolio" if path.is_dir() else "document" for path in (old, new)]
        raise CannotCompare(*kinds)
    for path in (old, new):
        if path.name == MANIFEST and path.is_file():
            load_folder(path, limits, library)  # which says that its folder is the portfolio
    if old.is_dir():
        before_all, after_all = (load_folder(folder, limits, library) for folder in (old, new))
        return compare(before_all, after_all)
    before, after = (load_document(path, limits, library) for path in (old, new))
    names: dict[tuple[str, str], str] = {}
    indicators: dict[str, Indicator] = {}
    for folder in dict.fromkeys((_folder_of_portfolio(old), _folder_of_portfolio(new))):
        portfolio = _portfolio_in(folder, max_megabytes)
        if portfolio is not None:
            names |= titles_of(portfolio.manifest, *portfolio.documents)
            indicators |= portfolio.indicators()
    tables = None
    if isinstance(before, ObservationSet) and isinstance(after, ObservationSet):
        tables = load_figures(old, limits), load_figures(new, limits)
    return diff_documents(
        before,
        after,
        files=(old.as_posix(), new.as_posix()),
        titles=names,
        indicators=indicators,
        tables=tables,
    )


def _place(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {"file": location.file, "pointer": location.pointer, "path": location.path}


def _data(difference: Difference) -> dict[str, Any]:
    data = attrs.asdict(difference, recurse=False)
    data["within"] = [attrs.asdict(container) for container in difference.within]
    data["ids"] = list(difference.ids)
    return {
        **data,
        "old": _place(difference.old),
        "new": _place(difference.new),
        "sentence": sentence(difference),
    }


def _heading(difference: Difference) -> str:
    """Return the kind of thing for a heading; a judgement belongs to its entry."""
    thing = "entry" if difference.thing in ("criterion-entry", "judgement") else difference.thing
    return thing.replace("-", " ").capitalize()


def _counts(differences: Iterable[Difference]) -> dict[str, int]:
    counted = Counter(difference.kind for difference in differences)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _show_text(differences: tuple[Difference, ...]) -> None:
    for (thing, title), group in groupby(
        differences, key=lambda difference: (_heading(difference), difference.title)
    ):
        members = list(group)
        if len(members) > 1:
            click.echo(click.style(visible(f"{thing} ‘{title}’"), bold=True))
        for difference in members:
            mark = "  " if len(members) > 1 else ""
            click.echo(f"{mark}{visible(sentence(difference, alone=len(members) == 1))}")
    if not differences:
        click.echo("No differences.")
        return
    counts = ", ".join(
        f"{number} {kind.replace('_', ' ')}" for kind, number in _counts(differences).items()
    )
    word = "difference" if len(differences) == 1 else "differences"
    click.echo(f"{len(differences)} {word}: {counts}.")
    click.echo(INTERNAL)


@click.command("compare")
@click.argument("old", metavar="OLD", type=PATH)
@click.argument("new", metavar="NEW", type=PATH)
@TEXT_OR_JSON
@click.option("--exit-code", is_flag=True, help="Exit with code 1 if anything differs.")
@LIMIT
@handle_errors
def compare_command(
    old: str, new: str, output_format: str, exit_code: bool, max_megabytes: int
) -> int:
    """List the differences of meaning between two documents or two portfolios.

    OLD and NEW are two editions of a self-evaluation, two strategies, or two folders with a
    portfolio.json. Things are matched by id, or by their text where an id is gone. The result is
    internal: no disclosure control is applied.
    """
    differences = _differences(Path(old), Path(new), max_megabytes)
    if output_format == "json":
        data = {
            "format": FORMAT,
            "version": VERSION,
            "note": INTERNAL,
            "old": Path(old).as_posix(),
            "new": Path(new).as_posix(),
            "counts": _counts(differences),
            "differences": [_data(difference) for difference in differences],
        }
        click.echo(json_text(data), nl=False)
    else:
        _show_text(differences)
    return EXIT_PROBLEM if differences and exit_code else 0
