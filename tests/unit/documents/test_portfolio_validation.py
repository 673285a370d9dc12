"""The rules for folders, applied to portfolios that were made or changed in Python."""

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from sendframe.documents import (
    dump,
    load_folder,
    portfolio_problems,
    require_valid,
    validate_path,
)
from sendframe.errors import Diagnostic, InvalidDocument
from sendframe.model import (
    Action,
    ActionRegister,
    Document,
    EvidenceRegister,
    FrozenMap,
    Observations,
    ObservationSet,
    Origin,
    Portfolio,
    RuleChoice,
)
from tests.unit.conftest import rate, seen, small, text
from tests.unit.documents.test_plugin_documents import shelf

Fault = Callable[[], Portfolio]


def actions(id_: str, *ids: str, **more: object) -> ActionRegister:
    """Return an action register."""
    made = tuple(Action(id=each, title=text(each), **more) for each in ids)
    return ActionRegister(id=id_, title=text(id_), actions=made)


def named(portfolio: Portfolio, *paths: str) -> Portfolio:
    """Return a portfolio whose manifest names these paths."""
    return attrs.evolve(portfolio, manifest=portfolio.manifest.changed(documents=paths))


def placed(diagnostics: tuple[Diagnostic, ...], prefix: str = "") -> list[tuple[str, ...]]:
    """Return code, file and pointer of each diagnostic, and of the places related to it."""
    return [
        (
            each.code,
            *(
                part
                for place in (each.location, *(other.location for other in each.related))
                for part in (str(place.file).removeprefix(prefix), place.pointer)
            ),
        )
        for each in diagnostics
    ]


def written(portfolio: Portfolio, folder: Path) -> Path:
    """Write each document by itself, without any validation, to the path of its place."""
    pairs = zip(portfolio.manifest.documents, portfolio.documents, strict=False)
    files: dict[str, Document] = {"portfolio.json": portfolio.manifest}
    for path, document in pairs:
        if not path.startswith(".."):
            files.setdefault(path, document)
    for path, document in files.items():
        (folder / path).write_bytes(dump(document))
    return folder


SOUND = small(rate(), seen(2024, 1, 2), documents=(actions("a", "one"),))
PATHS = SOUND.manifest.documents

FAULTS: dict[str, Fault] = {
    "a dangling reference": lambda: small(
        rate(), documents=(actions("a", "b", depends_on=("c",)),)
    ),
    "a dangling reference of the manifest": lambda: small(
        rate(), rules=(RuleChoice(indicator="rte", rule="direction-of-travel"),)
    ),
    "one id twice in a document": lambda: small(rate(), documents=(actions("a", "b", "b"),)),
    "one id in two documents": lambda: small(
        rate(), documents=(actions("a", "c"), actions("b", "c"))
    ),
    "two documents with one id": lambda: named(
        small(rate(), documents=(actions("a", "b"), actions("a", "c"))), *PATHS, "d.json"
    ),
    "a document that is missing": lambda: named(SOUND, *PATHS, "gone.json"),
    "a path that is named twice": lambda: named(SOUND, *PATHS[:2], PATHS[0]),
    "the manifest as a document": lambda: named(SOUND, *PATHS[:2], "portfolio.json"),
    "a path that leads out of the folder": lambda: named(SOUND, *PATHS[:2], "../a.json"),
    "a portfolio in a portfolio": lambda: small(
        rate(), documents=(SOUND.manifest.changed(id="inner", documents=()),)
    ),
    "a table outside the folder": lambda: small(
        rate(), documents=(ObservationSet(id="t", title=text("T"), table="../t.csv"),)
    ),
    "a symbol that is not explained": lambda: small(rate(), seen(2024, None, None, symbol="z")),
    "a figure that is given twice": lambda: small(rate(), seen(2024, 1, 2), seen(2024, 2, 2)),
    "several at once": lambda: small(
        rate(), documents=(actions("a", "b", "b", depends_on=("c",)),)
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_portfolio_has_the_problems_of_its_folder(fault: str, tmp_path: Path) -> None:
    """Codes, files and pointers are those of the same documents in files; there are no lines."""
    portfolio = FAULTS[fault]()
    expected = placed(validate_path(written(portfolio, tmp_path)), f"{tmp_path.as_posix()}/")
    found = portfolio_problems(portfolio)
    assert expected
    assert sorted(placed(found)) == sorted(expected)
    assert {each.location.line for each in found} == {None}


def test_a_document_without_a_path_is_reported() -> None:
    """The documents of a portfolio are those that its manifest names, in the same order."""
    portfolio = named(SOUND, *PATHS[:2])
    assert placed(portfolio_problems(portfolio)) == [("SFR211", "a", "")]
    again = attrs.evolve(portfolio, documents=(*portfolio.documents, actions("a", "two")))
    assert placed(portfolio_problems(again)) == [
        ("SFR211", "a", ""),
        ("SFR211", "a+", ""),
        ("SFR202", "a+", "/id", "a", "/id"),
    ]


def test_figures_of_unknown_indicators_are_reported_once() -> None:
    """A figure of no document refers to an indicator as well, with its file and line if known."""
    rows = [(seen(2024, 1, 2), Origin()), (seen(2024, 1, 2, indicator="rte"), Origin("f.csv", 7))]
    table = Observations.of(rows)
    (found,) = portfolio_problems(attrs.evolve(SOUND, observations=table))
    assert (found.code, found.suggestion) == ("SFR201", "rate")
    assert (found.location.file, found.location.line) == ("f.csv", 7)


def test_figures_that_contradict_each_other_are_reported() -> None:
    """Two files must not give one figure of one release differently."""
    rows = [(seen(2024, 1, 2), Origin("a.csv", 2)), (seen(2024, 2, 2), Origin("b.csv", 2))]
    (found,) = portfolio_problems(attrs.evolve(SOUND, observations=Observations.of(rows)))
    assert (found.code, found.location.file) == ("SFR405", "b.csv")


def test_a_document_of_a_plug_in_that_is_used_must_be_there() -> None:
    """What `load` would take in from a plug-in belongs to the portfolio, after its own documents."""
    using = SOUND.manifest.changed(uses=("kent.criteria",), plugins=("kent",))
    portfolio = attrs.evolve(SOUND, manifest=using)
    assert placed(portfolio_problems(portfolio, shelf)) == [("SFR211", "portfolio.json", "/uses/0")]


def test_a_document_that_was_taken_in_needs_no_path(tmp_path: Path) -> None:
    """It is named under ``uses``; one that is not is a document of the portfolio's own."""
    using = SOUND.manifest.changed(uses=("kent.criteria",), plugins=("kent",))
    written(attrs.evolve(SOUND, manifest=using), tmp_path)
    portfolio = load_folder(tmp_path, library=shelf)
    assert portfolio.taken_in == ("kent.criteria",)
    assert portfolio_problems(attrs.evolve(portfolio), shelf) == ()
    alone = attrs.evolve(portfolio, manifest=SOUND.manifest)
    assert placed(portfolio_problems(alone, shelf)) == [("SFR211", "kent.criteria", "")]
    more = attrs.evolve(portfolio, taken_in=("kent.other", *portfolio.taken_in))
    assert portfolio_problems(more, shelf) == ()


def test_extensions_are_validated() -> None:
    """Data of a plug-in that nobody describes is kept, and noted; a note is no problem."""
    register = EvidenceRegister(id="e", title=text("E"), extensions=FrozenMap({"kent": 1}))
    portfolio = small(rate(), documents=(register,))
    (note,) = portfolio_problems(portfolio)
    assert (note.code, note.severity) == ("SFR111", "note")
    require_valid(portfolio)
    assert portfolio.is_valid


def test_a_loaded_portfolio_is_not_validated_again(
    wyeford: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is known to be valid, and so is one that was validated once."""
    portfolio = attrs.evolve(SOUND)
    require_valid(portfolio)
    monkeypatch.setattr("sendframe.documents._portfolio_validation.portfolio_problems", None)
    require_valid(wyeford)
    require_valid(portfolio)


def test_a_changed_portfolio_is_validated(wyeford: Portfolio) -> None:
    """A portfolio made from a loaded one is another, whatever files the first was read from."""
    changed = attrs.evolve(wyeford, documents=wyeford.documents[:-1])
    assert changed.inputs
    assert not changed.is_valid
    with pytest.raises(InvalidDocument) as caught:
        require_valid(changed)
    assert "SFR017" in {each.code for each in caught.value.diagnostics}
    assert not changed.is_valid


def test_the_mark_is_no_part_of_the_value(wyeford: Portfolio) -> None:
    """Two portfolios with the same documents are equal, validated or not."""
    assert attrs.evolve(wyeford) == wyeford


def test_only_a_portfolio_is_validated() -> None:
    """A path is a likely mistake; the error says what is needed and where it comes from."""
    with pytest.raises(TypeError, match=r"as sendframe\.load returns it, not str"):
        require_valid("examples/wyeford")  # type: ignore[arg-type]  # what callers do by mistake
