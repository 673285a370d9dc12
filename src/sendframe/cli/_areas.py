"""``sendframe areas list | show | comparators``."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import click

from sendframe.api import LATEST_EDITION, comparators
from sendframe.documents import (
    NEIGHBOUR_EDITIONS,
    area_register,
    converter,
    find_area,
    neighbour_list,
)
from sendframe.model import AreaChange, RegisteredArea

from ._escape import json_text
from ._option import TEXT_OR_JSON
from ._output import handle_errors

__all__ = ["areas_command"]

EDITION = click.option(
    "--edition",
    default=LATEST_EDITION,
    show_default=True,
    metavar="YEAR",
    help=f"Edition of the statistical neighbours: {', '.join(NEIGHBOUR_EDITIONS)}.",
)


@click.group("areas")
def areas_command() -> None:
    """List the local authorities and regions of England and their usual comparators.

    CODE is a GSS code, present or former, or a number of the Department for Education.
    """


@areas_command.command("list")
@click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Only areas that existed on this day; all known areas unless given.",
)
@TEXT_OR_JSON
@handle_errors
def list_areas(at: datetime | None, output_format: str) -> int:
    """Print every area with its GSS code, DfE number, kind, name and first or last day."""
    register = area_register()
    found_areas = register.areas if at is None else register.at(at.date())
    if output_format == "json":
        click.echo(json_text([_data(area) for area in found_areas]), nl=False)
        return 0
    width = max(len(area.kind) for area in register.areas)
    for area in found_areas:
        number = area.dfe_code or ""
        line = f"{area.code:9}  {number:3}  {area.kind:{width}}  {area.name}"
        click.echo(f"{line}{_days(area)}")
    return 0


@areas_command.command("show")
@click.argument("code")
@TEXT_OR_JSON
@handle_errors
def show_area(code: str, output_format: str) -> int:
    """Print the codes, predecessors, successors and neighbours of the area CODE."""
    area = find_area(code, (area_register(),))
    if output_format == "json":
        click.echo(json_text(_data(area)), nl=False)
        return 0
    rows = list(_details(area))
    width = max(len(label) for label, _ in rows)
    for label, text in rows:
        click.echo(f"{label:{width}}  {text}".rstrip())
    return 0


@areas_command.command("comparators")
@click.argument("code")
@EDITION
@click.option(
    "--method",
    type=click.Choice(["mean", "pooled", "median"]),
    default="mean",
    show_default=True,
    help="How the figures of the neighbours are combined.",
)
@handle_errors
def print_comparators(code: str, edition: str, method: Any) -> int:
    """Print England, the region and the neighbours of CODE as "comparator_sets" of portfolio.json."""
    sets = comparators(code, edition=edition, method=method)
    click.echo(json_text([_data(set_) for set_ in sets]), nl=False)
    return 0


def _data(value: object) -> Any:
    return converter().unstructure(value)


def _days(area: RegisteredArea) -> str:
    since = f"from {area.valid_from}" if area.valid_from else ""
    until = f"until {area.valid_to}" if area.valid_to else ""
    days = " ".join(filter(None, (since, until)))
    return f" ({days})" if days else ""


def _name_and_code(code: str) -> str:
    """Return the name of an area with its code."""
    return f"{find_area(code, (area_register(),)).name} ({code})"


def _details(area: RegisteredArea) -> Iterator[tuple[str, str]]:
    """Yield the details of an area, each with its label."""
    first, *other_names = area.names
    yield "name", first.name
    yield from _labelled(
        "also called",
        (f"{other.name} ({other.source})" for other in other_names if other.name != first.name),
    )
    yield "GSS code", area.code
    yield from _labelled(
        "former code", (f"{former.code} until {former.valid_to}" for former in area.former_codes)
    )
    if area.dfe_code:
        yield "DfE number", area.dfe_code
    yield "kind", f"{area.kind}, {area.type}" if area.type else area.kind
    for label, code in (("region", area.region), ("part of region", area.part_of_region)):
        if code:
            yield label, _name_and_code(code)
    if area.valid_from:
        yield "first day", str(area.valid_from)
    if area.valid_to:
        yield "last day", str(area.valid_to)
    yield from _labelled("came from", map(_change, area.predecessors))
    yield from _labelled("went into", map(_change, area.successors))
    for edition in reversed(NEIGHBOUR_EDITIONS):
        near = neighbour_list(edition).of(area.code)
        yield from _labelled(
            f"neighbours {edition}",
            (
                ", ".join(filter(None, (_name_and_code(neighbour.area), neighbour.closeness)))
                for neighbour in near
            ),
        )


def _change(change: AreaChange) -> str:
    return f"{_name_and_code(change.area)} on {change.changed_on}"


def _labelled(label: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield lines; only the first has the label."""
    for number, text in enumerate(texts):
        yield ("" if number else label), text
