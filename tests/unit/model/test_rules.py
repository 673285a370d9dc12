"""Rules that only code can hold, and the questions that values answer."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sendframe.errors import InvalidValue
from sendframe.model import (
    AcceptedException,
    Action,
    ActionUpdate,
    AreaName,
    CalendarYear,
    Challenge,
    ComparatorSet,
    Consent,
    Consultation,
    CriteriaSet,
    Criterion,
    DateInWords,
    Day,
    DifferenceMade,
    DueChange,
    Evidence,
    LocalArea,
    MappedFigure,
    MappedFilter,
    Month,
    Observation,
    Picture,
    PlanPeriod,
    Portfolio,
    Priority,
    Profile,
    ProfileSection,
    Promise,
    Quantity,
    RangeTarget,
    RatingScale,
    Reply,
    Review,
    ScaleValue,
    Stance,
    TableColumn,
    Tally,
    Text,
    Voice,
    WorkbookMapping,
    accepted_on,
)

WORDS = Text(default="words")
EARLY, LATE = date(2025, 1, 1), date(2026, 1, 1)
OBSERVED: dict[str, Any] = {
    "indicator": "late",
    "area": "E06000019",
    "period": CalendarYear(year=2024),
}


def area(**more: Any) -> LocalArea:
    """Return a local area."""
    return LocalArea(
        **{"id": "a", "code": "E06000019", "names": (AreaName(source="ONS", name="A"),), **more}
    )


def day(value: date) -> Day:
    """Return a date that is known to the day."""
    return Day(on=value)


def scale(*orders: int | None, ordered: bool = True, stands_for: Any = None) -> RatingScale:
    """Return a scale whose values have these places."""
    values = [
        ScaleValue(id=f"v{number}", name="v", order=order) for number, order in enumerate(orders)
    ]
    if stands_for:
        values.append(ScaleValue(id="none", name="none", stands_for=stands_for))
    return RatingScale(id="s", title=WORDS, ordered=ordered, values=tuple(values))


def table_mapping(*pairs: Any) -> WorkbookMapping:
    """Return a mapping of headings and what their columns hold, without a set of figures."""
    columns = [
        TableColumn(heading=h, holds=holds)
        for h, holds in zip(pairs[::2], pairs[1::2], strict=True)
    ]
    return WorkbookMapping(id="m", title=WORDS, plan="p", recognised_by=("K",), columns=columns)


BROKEN: list[tuple[Callable[[], object], str]] = [
    (lambda: Action(id="a", title=WORDS, start=day(LATE), due=day(EARLY)), "/due"),
    (lambda: Action(id="a", title=WORDS, depends_on=("b", "a")), "/depends_on/1"),
    (
        lambda: Action(
            id="a",
            title=WORDS,
            updates=tuple(ActionUpdate(on=day(on), role="r", text=WORDS) for on in (LATE, EARLY)),
        ),
        "/updates/1/on",
    ),
    (  # an update without a date between them hides nothing
        lambda: Action(
            id="a",
            title=WORDS,
            updates=tuple(
                ActionUpdate(on=on and day(on), text=WORDS) for on in (LATE, None, EARLY)
            ),
        ),
        "/updates/2/on",
    ),
    (
        lambda: Action(
            id="a",
            title=WORDS,
            due_history=tuple(
                DueChange(due=day(EARLY), changed_on=on, reason=WORDS) for on in (LATE, EARLY)
            ),
        ),
        "/due_history/1/changed_on",
    ),
    (
        lambda: Challenge(
            id="c", body="b", raised_by="r", raised_on=day(LATE), statement=WORDS,
            answered_on=Month(year=2025, month=12),
        ),
        "/answered_on",
    ),
    (lambda: Consultation(id="c", opened_on=Day(on=LATE), closed_on=Day(on=EARLY)), "/closed_on"),
    (
        lambda: CriteriaSet(
            id="c", title=WORDS, publisher="p", version="1", valid_from=LATE, valid_to=EARLY,
            criteria=(Criterion(id="c", code="1", wording=WORDS, kind="k"),),
        ),
        "/valid_to",
    ),
    (lambda: Criterion(id="c", code="1", wording=WORDS, kind="k", parent="c"), "/parent"),
    (Quantity, ""),
    (lambda: TableColumn(heading="Actual", holds="figure"), "/heading"),
    (lambda: TableColumn(heading="{when} / Target", holds="milestone").changed(heading="T"), "/heading"),
    (lambda: TableColumn(heading="{when} to {when}", holds="target"), "/heading"),
    (lambda: table_mapping("{when}", "target"), "/columns"),
    (lambda: table_mapping("KPI", "measure", "{when}", "figure"), ""),
    (lambda: MappedFigure(indicator="late", numerator=Quantity(column=("n",))), ""),
    (
        lambda: MappedFigure(
            indicator="late", value=Quantity(column=("pc",)), numerator=Quantity(column=("n",)),
            factor=100, rate_from="counts",
        ),
        "/rate_from",
    ),
    (lambda: MappedFilter(column=("sex",), whole=("All",)), ""),
    (lambda: PlanPeriod(starts=day(LATE), ends=CalendarYear(year=2025)), "/ends"),
    (lambda: RangeTarget(low=2.0, high=1.0, due=day(LATE)), "/high"),
    (lambda: Reply(id="r", voices=(), state="cannot"), "/state"),
    (lambda: Voice(id="v", who="parents"), ""),
    (DifferenceMade, ""),
    (lambda: DifferenceMade(text=WORDS, none_yet=WORDS), ""),
    (lambda: Picture(alt="A lamp"), ""),
    (lambda: Picture(alt="A lamp", icon="lamp", file="lamp.svg"), ""),
    (lambda: Priority(id="p", order=1), ""),
    (lambda: Promise(said=WORDS, progress="cannot"), "/progress"),
    (lambda: Tally(done=3, total=2, unit="schools"), "/done"),
    (
        lambda: Evidence(id="e", kind="k", title=WORDS, stances=(Stance(claim="a", side="for"), Stance(claim="a", side="against"))),
        "/stances/1/side",
    ),
    (
        lambda: Review(
            id="r", title=WORDS, area="E06000019", kind="k", starts_on=Day(on=LATE), ends_on=Day(on=EARLY)
        ),
        "/ends_on",
    ),
    (
        lambda: Review(
            id="r", title=WORDS, area="E06000019", kind="k", ends_on=Day(on=LATE), published_on=Day(on=EARLY)
        ),
        "/published_on",
    ),
    (lambda: scale(1, 1), "/values"),
    (lambda: scale(1, None), "/values"),
    (
        lambda: ComparatorSet(
            id="c", title=WORDS, kind="k", areas=("E06000019", "E06000020"), method="single"
        ),
        "/areas",
    ),
    (
        lambda: ComparatorSet(
            id="c", title=WORDS, kind="k", areas=("E06000019", "E06000019"), method="mean"
        ),
        "/areas",
    ),
    (lambda: area(fictional=True), "/code"),
    (lambda: area(code="ZZ0000001"), "/code"),
    (lambda: area(dfe_code="0884"), "/dfe_code"),
    (lambda: area(names=()), "/names"),
    (lambda: Observation(**OBSERVED), ""),
    (lambda: Observation(**OBSERVED, value=1.0, symbol="c"), ""),
    (lambda: Observation(**OBSERVED, value=0.0, denominator=0.0), "/value"),
    (lambda: Observation(**OBSERVED, value=1.0, numerator=-1.0), "/numerator"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "pointer"), BROKEN)
def test_a_rule_between_fields_is_held(make: Callable[[], object], pointer: str) -> None:
    """What breaks a rule cannot be made, and the error points to the field to correct."""
    with pytest.raises(InvalidValue) as raised:
        make()
    assert raised.value.pointer == pointer


def test_bounds_that_meet_are_sound() -> None:
    """Two dates or bounds may be equal, and dates of differing precision may overlap."""
    assert Action(id="a", title=WORDS, start=day(LATE), due=Month(year=2026, month=1))
    assert PlanPeriod(starts=Month(year=2025, month=6), ends=CalendarYear(year=2025))
    assert RangeTarget(low=1.0, high=1.0, due=day(LATE))
    assert Consultation(id="c", opened_on=Day(on=LATE), closed_on=Day(on=LATE))
    assert Reply(id="r", voices=(), state="cannot", because=WORDS)
    assert Reply(id="r", voices=(), state="done")
    assert str(Tally(done=1_022, total=1_022, unit="schools")) == "1,022 of 1,022 schools"
    assert Promise(said=WORDS, progress="cannot", because=WORDS)
    assert Picture(alt="A lamp", icon="lamp")
    assert str(DifferenceMade(text=WORDS)) == "words"
    assert str(DifferenceMade(none_yet=WORDS)) == "None yet: words"
    assert Priority(id="p", order=1, title=WORDS).heading == WORDS
    assert Priority(id="p", order=1, statement=WORDS).heading == WORDS


def test_scales() -> None:
    """Values that are no rating need no order, and an unordered scale needs none."""
    assert scale(1, 2, stands_for="missing")
    assert scale(None, None, ordered=False)


def test_areas() -> None:
    """Codes that begin with ZZ are fictional, and fictional areas have no other codes."""
    assert area(code="ZZ0000001", dfe_code="Z01", fictional=True).fictional
    assert area(dfe_code="884").name == "A"


def test_a_denominator_of_nothing_has_no_rate() -> None:
    """With a denominator of 0 a symbol stands; nothing is not zero."""
    found = Observation(**OBSERVED, symbol="z", denominator=0.0, numerator=0.0)
    assert found.value is None
    assert Observation(**OBSERVED, value=0.0, denominator=5.0, numerator=0.0).value == 0


@pytest.mark.parametrize(
    ("consent", "allowed"),
    [
        ({}, False),
        ({"profiles": ("board",)}, True),
        ({"profiles": ("public",)}, False),
        ({"profiles": ("board",), "given_on": date(2026, 1, 31)}, True),
        ({"profiles": ("board",), "given_on": date(2026, 2, 1)}, False),
        ({"profiles": ("board",), "until": date(2026, 1, 31)}, True),
        ({"profiles": ("board",), "until": date(2026, 1, 30)}, False),
        ({"profiles": ("board",), "withdrawn_on": date(2026, 1, 31)}, False),
        ({"profiles": ("board",), "withdrawn_on": date(2026, 2, 1)}, False),
    ],
)
def test_consent(consent: dict[str, Any], *, allowed: bool) -> None:
    """Words appear only in reports that were agreed to, within the days, and not once withdrawn."""
    given = Consent(given_by="a parent", **consent)
    assert given.allows("board", date(2026, 1, 31)) is allowed


@pytest.mark.parametrize(
    ("covers", "words", "summary"),
    [("words", True, False), ("summary", False, True), ("both", True, True)],
)
def test_consent_covers_words_a_summary_or_both(covers: Any, *, words: bool, summary: bool) -> None:
    """What was not agreed to is taken away; a voice of which nothing is left is left out."""
    consent = Consent(given_by="a parent", profiles=("board",), covers=covers)
    voice = Voice(id="v", who="parents", words=WORDS, summary=WORDS, consent=consent)
    allowed = voice.allowed_in("board", EARLY)
    assert allowed is not None
    assert (allowed.words is not None, allowed.summary is not None) == (words, summary)
    assert (allowed is voice) == (words and summary)
    one = voice.changed(summary=None) if not words else voice.changed(words=None)
    assert (one.allowed_in("board", EARLY) is None) == (covers != "both")
    assert voice.allowed_in("other", EARLY) is None
    assert voice.changed(consent=None).allowed_in("board", EARLY) is None


@pytest.mark.parametrize(("as_at", "late"), [(30, False), (31, False), (32, True)])
def test_a_promise_is_late_after_its_last_day(as_at: int, *, late: bool) -> None:
    """Late is neither kept nor given up, and after the last possible day; words are never late."""
    day_ = date(2026, 1, as_at) if as_at < 32 else date(2026, 2, 1)
    due = Month(year=2026, month=1)
    assert Promise(said=WORDS, due=due, progress="partly").is_late(day_) is late
    assert Promise(said=WORDS, due=due).is_late(day_) is late
    assert not Promise(said=WORDS, due=due, progress="kept").is_late(day_)
    assert not Promise(said=WORDS, due=due, progress="cannot", because=WORDS).is_late(day_)
    assert not Promise(said=WORDS, due=DateInWords(text="soon")).is_late(day_)
    assert not Promise(said=WORDS).is_late(day_)


def test_the_wording_of_a_text_goes_before_that_of_its_document() -> None:
    """A text that says nothing has the wording of its document, which may say nothing too."""
    own = WORDS.changed(wording="verbatim")
    title, note = Text(default="Review"), Text(default="Read on the web.")
    document = Review(
        id="r", title=title, note=note, area="E06000019", kind="k", wording="paraphrased"
    )
    assert (document.wording_of(own), document.wording_of(WORDS)) == ("verbatim", "paraphrased")
    assert document.changed(wording=None).wording_of(WORDS) is None
    # What the document is called and its note are not its source's.
    assert (document.wording_of(title), document.wording_of(note)) == (None, None)
    assert document.changed(title=own).wording_of(own) == "verbatim"


def test_a_profile_needs_sections_that_it_has() -> None:
    """One that it needs, and does not have, is named by its place."""
    section = ProfileSection(id="news", kind="replies", title=Text(default="News"))
    fields = {"id": "p", "title": Text(default="P"), "audience": "public", "sections": (section,)}
    assert Profile(**fields, needs_one_of=("news",)).needs_one_of == ("news",)
    with pytest.raises(InvalidValue) as raised:
        Profile(**fields, needs_one_of=("news", "gone"))
    assert raised.value.pointer == "/needs_one_of/1"


def test_every_text_of_a_portfolio_is_found(wyeford: Portfolio) -> None:
    """Those of its manifest too, however deep they are."""
    found = list(wyeford.texts())
    assert wyeford.manifest.title in found
    assert len(found) > 500


def test_what_is_accepted_holds_up_to_its_last_day() -> None:
    """Each exception is of one code, about one thing or, without one, about all."""
    last = date(2026, 1, 31)
    exceptions = [
        AcceptedException(
            id=f"e{number}", code=code, about=about, owner_role="Analyst",
            reason=Text(default="True"), expires_on=last,
        )
        for number, (code, about) in enumerate((("SFR407", "rate"), ("SFR418", None)))
    ]  # fmt: skip
    assert accepted_on(exceptions, last) == {("SFR407", "rate"), ("SFR418", None)}
    assert accepted_on(exceptions, last + timedelta(days=1)) == frozenset()
