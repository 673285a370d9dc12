"""What every report has: a title, its reader, its notices; and the index of several."""

import attrs
import pytest

from sendframe.errors import UnknownName
from sendframe.model import (
    Body,
    CalendarEntry,
    FrozenMap,
    Governance,
    Portfolio,
    ProfileSection,
    Text,
    Variant,
    full_text,
)
from sendframe.reports import (
    Bullets,
    Link,
    Paragraph,
    ReportModel,
    Section,
    Sentence,
    index_of,
    minutes_to_read,
)
from tests.unit.conftest import AREA, rate, seen, small, text
from tests.unit.reports.board_context import day
from tests.unit.reports.small_report import BOARD, CATALOGUE, of, plan, priority, report
from tests.unit.reports.walking import said

WITHOUT_WORDS = {"gaps", "who-checked"}
"""Kinds of sections for which the fictional example holds nothing in the standard words."""


def test_an_unknown_kind_of_section_is_refused() -> None:
    """A profile that names a section there is not is refused, with the kinds there are."""
    with pytest.raises(UnknownName, match="kind of section") as told:
        report(of(), "summry")
    assert all(kind in str(told.value) for kind in ("summary", "not-scored"))


def test_every_kind_of_section_can_be_built(wyeford: Portfolio) -> None:
    """The fictional example has something to say under nearly every kind of section."""
    model = report(wyeford, *CATALOGUE.sections, catalogue=CATALOGUE)
    wanted = [kind for kind in CATALOGUE.sections if kind not in WITHOUT_WORDS]
    assert [each.id for each in model.sections] == wanted
    assert all(each.blocks or each.sections for each in model.sections)


def test_a_section_with_nothing_to_say_is_left_out() -> None:
    """Without figures, plans, criteria, reviews and bodies nothing of these is there."""
    always = {"areas-and-scales", "documents", "indicator-definitions"}
    always |= {"method", "not-going-well", "not-scored", "sources"}
    kinds = [kind for kind in CATALOGUE.sections if kind not in always]
    assert report(small(rate()), *kinds).sections == ()


def test_a_report_says_whose_it_is_and_how_to_handle_it() -> None:
    """Title, day, notice and handling mark stand on the report itself."""
    model = report(
        of(notice=text("Wyeford does not exist.")), "summary", handling_mark=text("For the board.")
    )
    assert (model.title, model.subtitle) == ("Wyeford: report", "As at 31 January 2026")
    assert (model.notice, model.handling_mark) == ("Wyeford does not exist.", "For the board.")
    assert (model.fictional, model.public) == (True, False)
    bare = report(of(), "summary", public=True, reader="everyone")
    assert (bare.notice, bare.handling_mark, bare.public) == ("", "", True)


def test_a_report_names_its_reader() -> None:
    """The words of its profile; for a board, the body and when it meets."""
    board = Body(id="board", name="Wyeford SEND Board", kind="board")
    entry = CalendarEntry(id="c", kind="board", body="board", on=day(2026, 2, 5))
    bodies = Governance(id="g", title=text("G"), area=AREA, bodies=(board,))
    meets = bodies.changed(calendar=(entry,))
    as_at = "as at 31 January 2026"
    assert report(of(), "summary", reader="everyone").subtitle == f"For everyone, {as_at}"
    assert report(of(bodies), "summary").subtitle == f"For the SEND Board, {as_at}"
    own = report(of(bodies), "summary", reader="the scrutiny committee")
    assert own.subtitle == f"For the scrutiny committee, {as_at}"
    assert (
        report(of(meets), "summary").subtitle == f"For the SEND Board of 5 February 2026, {as_at}"
    )
    assert report(of(meets), "summary", audience="public").subtitle == "As at 31 January 2026"


def test_a_report_of_public_documents_alone_has_no_mark_and_its_own_title() -> None:
    """It says what it is made from instead; its sections follow one another."""
    words = FrozenMap({"public_title": "what the figures say"})
    public = plan(completeness="summary")
    for documents, title, mark in (
        ((), "report", "For us."),
        ((public,), "what the figures say", ""),
    ):
        model = report(of(*documents), "summary", words=words, handling_mark=text("For us."))
        assert (model.title, model.handling_mark) == (f"Wyeford: {title}", mark)
    untitled = report(of(public), "summary")
    assert untitled.title == "Wyeford: report"


def test_the_introduction_of_a_section_stands_under_its_heading() -> None:
    """It is small print; without blocks it does not make a section."""
    rows = (seen(2023, 10, 40), seen(2024, 30, 40))
    model = report(small(rate(), *rows), "summary", introduction="Read this first.")
    (found,) = model.sections
    assert found.blocks[0] == Paragraph((Sentence("Read this first."),), "note")
    assert report(small(rate()), "summary", introduction="Read this first.").sections == ()


def test_sections_begin_pages_where_the_profile_says_so() -> None:
    """But not in a report of public documents alone, which is short."""
    rows = (seen(2023, 10, 40), seen(2024, 30, 40))
    for completeness, starts in (("full", True), ("summary", False)):
        document = plan(completeness=completeness)
        section = ProfileSection(id="a", kind="summary", title=text("Summary"), starts_page=True)
        model = report(small(rate(), *rows, documents=(document,)), "summary", sections=(section,))
        assert [each.starts_page for each in model.sections] == [starts]


def test_the_board_sees_the_fictional_example(wyeford: Portfolio) -> None:
    """The board's own profile gives its sections in its own order, with the fiction marked."""
    kinds = [each.kind for each in BOARD.sections]
    model = report(wyeford, *kinds, catalogue=CATALOGUE)
    assert [each.id for each in model.sections] == [k for k in kinds if k not in WITHOUT_WORDS]
    assert model.fictional
    assert (model.profile, model.public) == ("board", False)


def test_a_variant_prints_its_wording_where_there_is_one() -> None:
    """The friendly report has the friendly words, and the default words where there are none."""
    friendly = Text(
        default="Timely provision.",
        variants=FrozenMap({"friendly": Variant(text="Help when you need it.")}),
    )
    portfolio = of(plan(title=friendly, priorities=(priority(statement=friendly),)))
    kinds = ("priorities", "strategies")
    shown = said(report(portfolio, *kinds, variant="friendly"))
    assert "Help when you need it." in shown
    assert "Timely provision." not in shown
    standard = said(report(portfolio, *kinds))
    assert "Help when you need it." not in standard
    assert "Timely provision." in standard


def test_the_repr_of_a_report_is_short() -> None:
    """It has the profile, the area, the day and the number of sections, and no text."""
    model = report(of(), "sources", "method")
    assert repr(model) == "<ReportModel 'board' of Wyeford, 2026-01-31: 2 sections>"
    assert full_text(model).startswith("ReportModel(profile='board'")
    one = attrs.evolve(model, sections=model.sections[:1])
    assert repr(one).endswith(": 1 section>")


# The index of several reports.


def of_words(profile: str, words: int, **more: object) -> ReportModel:
    """Return a report with so many words."""
    section = Section("s", "A heading", (Paragraph((Sentence("word " * words),)),))
    model = report(of(), "sources")
    fields = {"profile": profile, "title": f"Wyeford: {profile} report", "sections": (section,)}
    return attrs.evolve(model, **fields, **more)


def test_an_index_leads_to_each_report_by_the_time_a_reader_has() -> None:
    """The shortest first; each with its reader and how it is to be handled."""
    long, short = of_words("annex", 5_000), of_words("board", 300, handling_mark="For us.")
    public = of_words("sef-update", 2_000, public=True)
    index = index_of([long, public, short])
    assert index is not None
    assert (index.profile, index.title, index.public) == ("index", "Wyeford: reports", False)
    assert [each.title for each in index.sections] == [
        "A few minutes",
        "A quarter of an hour",
        "To look things up",
    ]
    doors = [
        door
        for each in index.sections
        for b in each.blocks
        if isinstance(b, Bullets)
        for door in b.items
    ]
    assert [door.link for door in doors] == [
        Link("", "board"), Link("", "sef-update"), Link("", "annex"),
    ]  # fmt: skip
    assert doors[0].text == "Board report"
    assert doors[0].note == "As at 31 January 2026. For us."
    assert doors[1].note.endswith("Public.")
    assert index.handling_mark == "For us."


def test_one_report_needs_no_index() -> None:
    """Nor do reports of which one has the name of the index itself."""
    one = of_words("board", 10)
    assert index_of([one]) is None
    assert index_of([one, of_words("index", 10)]) is None


def test_an_index_of_public_reports_is_public() -> None:
    """It has no mark."""
    index = index_of([of_words(name, 10, public=True) for name in ("a", "b")])
    assert index is not None
    assert (index.public, index.handling_mark) == (True, "")


def test_minutes_are_those_of_plain_prose() -> None:
    """At least one; 230 words are a minute."""
    assert [minutes_to_read(of_words("a", words)) for words in (0, 228, 458)] == [1, 1, 2]
