"""What ``sendframe plugins show`` prints: a plug-in, or one thing that it brings."""

import inspect
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from sendframe.errors import UnknownName
from sendframe.plugins import DATA_GROUP, GROUPS, Catalogue, Installed, Provided, installed

from ._escape import visible

__all__ = ["shown"]

_OFFERS = {
    "checks": "check",
    "indicators": "derived indicator",
    "readers": "reader",
    "renderers": "form of reports",
    "scoring_rules": "scoring rule",
}


def shown(id_: str) -> str:
    """Return what there is to say of a plug-in, or of one contribution.

    Args:
        id_: Id of a contribution, or the name of a plug-in or of its distribution.

    Raises:
        UnknownName: Nothing has that id or name.
    """
    everything = installed()
    mine = tuple(p for p in everything if p.group == DATA_GROUP or p.may_give(id_))
    catalogue = Catalogue(mine, known=everything)
    for kind, words in _OFFERS.items():
        offered: Mapping[str, Provided[Any]] = getattr(catalogue, kind)
        if id_ in offered:
            return "".join(f"{line}\n" for line in _contribution(words, offered[id_]))
    document = catalogue.library.document(id_)
    if document is not None:
        return (
            f"{id_}: a document of the kind '{document.raw.kind}'\n{document.plugin} brings it.\n"
        )
    named = tuple(each for each in everything if each.is_named_in([id_]))
    if not named:
        known = tuple(sorted({each.name for each in everything}))
        raise UnknownName("plug-in or contribution", id_, known)
    return "".join(f"{visible(line)}\n" for line in _plugin(named, everything))


def _contribution(words: str, provided: Provided[Any]) -> Iterator[str]:
    record = provided.record
    yield f"{record.id}: {record.title}"
    yield f"A {words} of {provided.made_by}."
    for name in ("needs", "severity"):
        value: object = getattr(record, name, None)
        if value:
            yield f"{name}: {value if isinstance(value, str) else ', '.join(value)}"  # type: ignore[arg-type]  # a tuple of ids
    fields = attrs.fields(record.options)
    if fields:
        yield "\nOptions"
        for each in fields:
            unless = "" if each.default is attrs.NOTHING else f" ({each.default!r} unless given)"
            yield f"    {each.name}{unless}"
    yield f"\n{inspect.cleandoc(record.manual)}"
    for example in record.examples:
        yield f"\nExample: {example.title}"


def _plugin(named: tuple[Installed, ...], everything: tuple[Installed, ...]) -> Iterator[str]:
    catalogue = Catalogue(tuple(each for each in named if each.enabled), known=everything)
    for each in named:
        group = each.group.removeprefix("sendframe.")
        yield f"{each.name} ({each.distribution} {each.version}): {group}, {each.status}"
        if each.group not in GROUPS.values():
            continue
        offered: Mapping[str, Provided[Any]] = getattr(catalogue, group)
        for id_, provided in offered.items():
            if (provided.plugin, provided.distribution) == (each.name, each.distribution):
                yield f"    {id_}: {provided.record.title}"
    for id_ in catalogue.library.ids():
        yield f"    {id_}"
    for failure in (*catalogue.failures, *catalogue.report_failures):
        yield f"    {failure}"
