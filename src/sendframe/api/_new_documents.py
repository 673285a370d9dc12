"""Write documents to begin with: valid, as short as their schemas allow, and about one area."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from sendframe.documents import (
    MANIFEST,
    area_register,
    converter,
    find_area,
    require_valid,
    write_files,
)
from sendframe.errors import CannotWrite, UnknownName
from sendframe.jsontext import new_text, parse, rewrite
from sendframe.model import (
    ActionRegister,
    AreaName,
    CriteriaSet,
    Document,
    LocalArea,
    Manifest,
    Portfolio,
    RegisteredArea,
)
from sendframe.validation import schema_id

from ._areas import comparators
from ._document import load, loads
from ._editor_settings import SETTINGS, settings_file
from ._portfolio_starter import starter_files

__all__ = ["START_KINDS", "NewDocuments", "delivery_scale", "new_manifest", "start_documents"]

_AREA: dict[str, Any] = {"area": None}
_CRITERION = {
    "id": "first",
    "code": "1",
    "wording": {"default": "Write your first criterion here."},
}
_TERM = {"id": "ehc-plan", "term": "EHC plan", "meaning": {"default": "Say here what it means."}}

_MEMBERS: Mapping[str, dict[str, Any]] = {
    "strategy": {"kind": "strategy", **_AREA, "status": "draft", "priorities": []},
    "action-register": {"delivery_scale": None, "actions": []},
    "criteria-set": {"publisher": "Say here who publishes them.", "criteria": [_CRITERION]},
    "self-evaluation": {**_AREA, "edition": "first", "criteria_sets": None, "entries": []},
    "evidence": {"evidence": [], "voices": [], "replies": []},
    "review": {**_AREA, "kind": "inspection", "findings": []},
    "governance": {**_AREA, "bodies": [], "meetings": []},
    "indicator-set": {"indicators": []},
    "observations": {"areas": [], "releases": [], "observations": []},
    "glossary": {"terms": [_TERM]},
}
"""What each kind of document begins with after its id and title; None is filled in."""

START_KINDS = tuple(_MEMBERS)
"""The kinds of document that `start_documents` writes, beside kinds of plan."""

_PLAN_WORDS = ("plan", "strategy", "programme", "framework", "table")
"""The last word of a kind of plan, so that a misspelt kind of document is none."""


@attrs.frozen(repr=False)
class NewDocuments:
    """What `start_documents` did.

    Attributes:
        written: The files that are new or have a new line, ``portfolio.json`` last.
        kept: Files that were there already; they are as they were.
    """

    written: tuple[Path, ...]
    kept: tuple[Path, ...]

    def __repr__(self) -> str:
        return f"<NewDocuments written={len(self.written)} kept={len(self.kept)}>"


def start_documents(
    folder: str | os.PathLike[str], kinds: Iterable[str] = (), *, area: str | None = None
) -> NewDocuments:
    """Write a document of each kind into a folder, and name it in ``portfolio.json``.

    Where there is no ``portfolio.json``, one is written for the area, with its names, codes,
    region and usual comparators from the register of areas. One that is there gets a line for each
    new document, and is otherwise the same to the byte. Settings for an editor are written as by
    `write_editor_settings`. No other file is changed.

    Args:
        folder: The folder; created where it does not exist.
        kinds: Kinds of document, such as ``action-register``, or of plan, such as
            ``improvement-plan``: a code that ends in plan, strategy, programme, framework or table.
        area: GSS code of the area, present or former, or its number at the Department for
            Education. It may be left out where there is a ``portfolio.json``.

    Returns:
        The files written, and those that were there already.

    Raises:
        UnknownName: There is no such kind.
        UnknownArea: There is no such area.
        InvalidDocument: The portfolio that is there is not valid.
        CannotWrite: No area is named, it was abolished, the portfolio is about another area, or the
            operating system refused; nothing was changed.
    """
    target = Path(folder)
    wanted = list(dict.fromkeys(kinds))
    _require_kinds(wanted)
    is_new = not os.path.lexists(target / MANIFEST)
    portfolio = _new_portfolio(target, area) if is_new else load(target, Portfolio)
    place = portfolio.manifest.area
    if not is_new and area is not None and _registered(target, area).code != place.code:
        raise _refusal(target, f"it is about {place.name} ({place.code}), not {area}")
    files: dict[str, bytes] = {}
    kept: list[Path] = []
    if "self-evaluation" in wanted and not any(portfolio.of(CriteriaSet)):
        wanted.insert(0, "criteria-set")  # it answers the criteria of at least one set
    for kind in dict.fromkeys(wanted):
        name = f"{kind}.json"
        if os.path.lexists(target / name):
            kept.append(target / name)
            continue
        files[name] = _document(kind, portfolio)
        portfolio = _with_document(portfolio, name, loads(files[name]))
    require_valid(portfolio)
    if is_new:
        files[MANIFEST] = _manifest_text(portfolio)
    elif files:
        files[MANIFEST] = _with_names((target / MANIFEST).read_bytes(), list(files))
    if files:
        try:
            files |= settings_file(target, files)
        except CannotWrite:  # the settings of a user's editor are theirs
            kept.append(target / SETTINGS)
    written = write_files(target, files)
    return NewDocuments(
        tuple(sorted(written, key=lambda path: (path.name == MANIFEST, path))), tuple(kept)
    )


def _require_kinds(kinds: Iterable[str]) -> None:
    """Refuse what is neither a kind of document nor one of plan.

    Raises:
        UnknownName: It is neither.
    """
    for kind in kinds:
        if kind not in _MEMBERS and kind.rsplit("-", 1)[-1] not in _PLAN_WORDS:
            known = (*START_KINDS, "improvement-plan and other plans")
            raise UnknownName("kind of document", kind, known)


def _refusal(folder: Path, reason: str) -> CannotWrite:
    return CannotWrite((folder / MANIFEST).as_posix(), reason)


def _registered(folder: Path, code: str) -> RegisteredArea:
    """Return a local authority that exists.

    Raises:
        UnknownArea: There is no such area.
        CannotWrite: It was abolished, or is no local authority.
    """
    area = find_area(code, (area_register(),))
    if area.valid_to is not None:
        into = ", ".join(
            f"{change.name or change.area} ({change.area})" for change in area.successors
        )
        reason = f"{area.name} was abolished on {area.valid_to} and went into {into}"
        raise _refusal(folder, reason)
    if area.kind != "local-authority":
        raise _refusal(folder, f"{area.name} is no local authority but a {area.kind}")
    return area


def _new_portfolio(folder: Path, code: str | None) -> Portfolio:
    """Return the portfolio of an area without documents."""
    if code is None:
        reason = "it needs an area: give its code; `sendframe areas list` prints all"
        raise _refusal(folder, reason)
    area = _registered(folder, code)
    sets = comparators(area.code)
    names: dict[str, AreaName] = {name.name: name for name in reversed(area.names)}
    local = LocalArea(
        id=area.code,
        code=area.code,
        dfe_code=area.dfe_code,
        names=tuple(reversed(names.values())),
        region=area.region,
        country=sets[0].areas[0],
        predecessors=area.predecessors,
        successors=area.successors,
    )
    title = f"SEND in {area.name}"
    manifest = loads(
        {
            "$schema": schema_id("portfolio"),
            "id": "portfolio",
            "title": {"default": title},
            "area": converter().unstructure(local),
            "comparator_sets": [converter().unstructure(set_) for set_ in sets],
        },
        Manifest,
    )
    return Portfolio(manifest)


def _with_document(portfolio: Portfolio, path: str, document: Document) -> Portfolio:
    """Return a portfolio with one more document, those of plug-ins last."""
    manifest = portfolio.manifest
    own = len(manifest.documents)
    return attrs.evolve(
        portfolio,
        manifest=manifest.changed(documents=(*manifest.documents, path)),
        documents=(*portfolio.documents[:own], document, *portfolio.documents[own:]),
    )


def _document(kind: str, portfolio: Portfolio) -> bytes:
    """Return a document of a kind, for a portfolio."""
    schema = kind if kind in _MEMBERS else "strategy"
    members = dict(_MEMBERS[schema])
    if schema != kind:
        members["kind"] = kind
    if "area" in members:
        members["area"] = portfolio.manifest.area.code
    if "criteria_sets" in members:
        members["criteria_sets"] = [set_.id for set_ in portfolio.of(CriteriaSet)]
    if "delivery_scale" in members:
        members["delivery_scale"] = delivery_scale()
        if any(register.delivery_scale for register in portfolio.of(ActionRegister)):
            del members["delivery_scale"]  # its values belong to the whole portfolio
    taken = {document.id for document in portfolio.of(Document)}
    numbers = (kind if number == 1 else f"{kind}-{number}" for number in range(1, len(taken) + 2))
    title = "Self-evaluation" if kind == "self-evaluation" else kind.replace("-", " ").capitalize()
    id_ = next(id_ for id_ in numbers if id_ not in taken)
    return _text(schema, {"id": id_, "title": {"default": title}, **members})


def delivery_scale() -> Any:
    """Return the scale that the delivery of an action begins with, as JSON."""
    return json.loads(starter_files()["actions.json"])["delivery_scale"]


def new_manifest(folder: Path, area: str | None) -> bytes:
    """Return the ``portfolio.json`` of an area without documents.

    Args:
        folder: The folder that it is for.
        area: Code of the area.

    Raises:
        UnknownArea: There is no such area.
        CannotWrite: No area is named, it was abolished, or it is no local authority.
    """
    return _manifest_text(_new_portfolio(folder, area))


def _manifest_text(portfolio: Portfolio) -> bytes:
    return _text("portfolio", converter().unstructure(portfolio.manifest))


def _text(schema: str, members: Mapping[str, Any]) -> bytes:
    return new_text({"$schema": schema_id(schema), **members})


def _with_names(manifest: bytes, names: list[str]) -> bytes:
    """Return a manifest that names more documents."""
    before: Any = parse(manifest)[0]
    after = dict[str, Any]()
    for key, value in before.items():
        after[key] = [*value, *names] if key == "documents" else value
        if key == "area" and "documents" not in before:
            after["documents"] = names
    return rewrite(manifest, before, after)
