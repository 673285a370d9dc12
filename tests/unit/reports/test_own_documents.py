"""The documents of a portfolio itself, and what they cite and name."""

from datetime import date

import attrs

from sendframe.model import (
    AreaChange,
    AreaName,
    AreaNeighbours,
    AreaRegister,
    FrozenMap,
    MappedFigure,
    MappedFile,
    Neighbour,
    NeighbourList,
    ObservationSet,
    Profile,
    ProfileSection,
    Quantity,
    RegisteredArea,
    Release,
    ReleaseMapping,
    SelfEvaluation,
    Source,
    SymbolMeaning,
)
from sendframe.reports import (
    areas_named,
    cited_sources,
    document_kind,
    neighbours_named,
    own_documents,
    releases_of,
    symbols_used,
)
from tests.unit.conftest import AREA, OTHER, rate, small, text
from tests.unit.reports.board_context import context, context_of, plan

RELEASE = Release(id="monthly", title="Monthly paper", publisher="Office")


def meaning(words: str) -> SymbolMeaning:
    """Return a symbol's meaning."""
    return SymbolMeaning(kind="not_available", meaning=words)


def test_profiles_and_documents_of_plug_ins_are_not_the_portfolios_own() -> None:
    """The manifest comes first, then the documents in their order."""
    section = ProfileSection(id="s", kind="summary", title=text("S"))
    profile = Profile(id="own", title=text("P"), audience="board", sections=(section,))
    portfolio = small(rate(), documents=(plan("ours"), plan("theirs"), profile))
    portfolio = attrs.evolve(portfolio, taken_in=("theirs",))
    ids = [document.id for document in own_documents(context_of(portfolio))]
    assert ids[0] == portfolio.manifest.id
    assert "ours" in ids
    assert not {"theirs", "own"} & {*ids}


def test_a_kind_is_named_in_words() -> None:
    """As people write it."""
    assert document_kind(plan()) == "Strategy"
    edition = SelfEvaluation(
        id="e", title=text("E"), area=AREA, edition="1", criteria_sets=("questions",)
    )
    assert document_kind(edition) == "Self-evaluation"


def test_a_source_that_two_documents_cite_is_one() -> None:
    """With another place in it, it is another one."""
    paper = Source(title="A paper", locator="page 4")
    other = paper.changed(locator="page 5")
    ctx = context(plan("a", sources=(paper,)), plan("b", sources=(paper, other)))
    assert cited_sources(ctx) == (paper, other)


def test_releases_are_those_of_figures_and_of_mappings() -> None:
    """A release in both is one; a symbol of one release names it."""
    figure = MappedFigure(indicator="rate", value=Quantity(column=("pc",)))
    mapping = ReleaseMapping(
        id="mapping",
        title=text("Columns"),
        release=RELEASE,
        symbols=FrozenMap({"x": meaning("not available")}),
        files=(MappedFile(title="Plans", recognised_by=("pc",), figures=(figure,)),),
    )
    figures = ObservationSet(
        id="monthly-figures",
        title=text("Monthly"),
        symbols=FrozenMap({"monthly x": meaning("school holidays"), "z": meaning("none")}),
        releases=(RELEASE,),
    )
    ctx = context(figures, mapping)
    assert [release.id for release in releases_of(ctx)].count("monthly") == 1
    assert symbols_used(ctx) == (
        ("x", "not available", ""),
        ("x", "school holidays", "Monthly paper"),
        ("z", "none", ""),
    )


def test_what_several_documents_say_of_an_area_is_joined() -> None:
    """Each name is there once, and changes without a name are left out."""
    day = date(2020, 4, 1)
    changes = (
        AreaChange(area=OTHER, changed_on=day, name="Marlbeck"),
        AreaChange(area=OTHER, changed_on=day),
    )
    names = (AreaName(source="ONS", name="Wyeford, Borough of"),)
    area = RegisteredArea(
        code=AREA, kind="local-authority", names=names, predecessors=changes, successors=changes
    )
    other = RegisteredArea(
        code=OTHER, kind="local-authority", names=(AreaName(source="ONS", name="Marlbeck"),)
    )
    register = AreaRegister(id="areas", title=text("Areas"), edition="1", areas=(area, other))
    ctx = context(register)
    named = areas_named(ctx)
    assert list(named) == [AREA, OTHER]
    assert named[AREA].names == (*ctx.area.names, *names)
    assert (named[AREA].before, named[AREA].after) == (("Marlbeck",), ("Marlbeck",))


def test_neighbours_are_named_with_their_area() -> None:
    """One after the other, in the order of the list."""
    near = Neighbour(area=OTHER, closeness="Close")
    listed = NeighbourList(
        id="near",
        title=text("Near"),
        edition="1",
        areas=(AreaNeighbours(code=AREA, neighbours=(near,)),),
    )
    assert list(neighbours_named(context(listed))) == [(AREA, near)]
