"""Wherever the newest figure that is shown stands, it says that a newer one is not shown."""

import pytest

from sendframe.disclosure import POLICIES
from sendframe.model import (
    Baseline,
    CalendarYear,
    CriterionEntry,
    DifferenceMade,
    FrozenMap,
    LevelTarget,
    Measure,
    Portfolio,
    Priority,
    Profile,
    ProfileSection,
    RuleChoice,
    Strategy,
    Text,
    Variant,
)
from sendframe.reports import Pictogram, ReportModel
from tests.evaluating import disclosed
from tests.unit.conftest import COUNTRY, rate, seen, small, text
from tests.unit.reports.edition_context import edition, figures_of, register
from tests.unit.reports.small_report import CATALOGUE, DAY, built, plan
from tests.unit.reports.walking import parts, texts

HIDDEN = (
    "The figure for 2024 is not shown (hidden, so that nobody can be recognised). "
    "This one is for 2023."
)
KINDS = ("all-figures", "indicators", "measures", "priority-pages", "question-cards", "sef-changes", "sef-criteria")  # fmt: skip
IN_FEW_WORDS = {
    "all-figures": "; newer not shown",
}

BEHIND = RuleChoice(
    indicator="rate", rule="wilson-comparison", options=FrozenMap({"comparator": "country"})
)


def named(words: str) -> Text:
    """Return a text with a variant for families and one for young people."""
    variant = Variant(text=words)
    return Text(default=words, variants={"families": variant, "young-people": variant})


def strategy() -> Strategy:
    """Return a plan whose measure has a start and an aim."""
    measure = Measure(
        id="m",
        statement=text("More plans on time."),
        indicators=("rate",),
        serves=("p",),
        baseline=Baseline(value=50.0, period=CalendarYear(year=2022)),
        target=LevelTarget(level=90.0, due=CalendarYear(year=2027)),
    )
    priority = Priority(id="p", order=1, statement=text("We find out early."))
    return plan(priorities=(priority,), measures=(measure,))


def portfolio(*, newest: bool) -> Portfolio:
    """Return a portfolio with a figure that got better; the newest is of very few, or not there."""
    rows = [seen(2022, 200, 400), seen(2023, 300, 400)]
    rows += [seen(2024, 3, 400)] if newest else []
    rows += [seen(2023, 9500, 10000, area=COUNTRY)]
    entry = CriterionEntry(id="e", criterion="q1", evidence=("figures",), difference=(DifferenceMade(text=text("More come on time.")),))  # fmt: skip
    documents = (strategy(), edition(entry), register(figures_of()))
    return small(rate(title=named("Plans on time")), *rows, documents=documents, rules=(BEHIND,))


def report(kind: str, *, newest: bool) -> ReportModel:
    """Return a report of one section, in which counts of 1 to 4 are hidden."""
    section = ProfileSection(id=kind, kind=kind, title=text(kind))
    profile = Profile(id="own", title=text("report"), audience="board", sections=(section,))
    cautious = POLICIES["cautious"]
    return built(
        disclosed(portfolio(newest=newest), cautious, as_at=DAY, catalogue=CATALOGUE), profile
    )


@pytest.mark.parametrize("kind", KINDS)
def test_each_section_says_that_a_newer_figure_is_hidden(kind: str) -> None:
    """It names the period that is hidden and why, and that of the figure that is printed."""
    words = IN_FEW_WORDS.get(kind, HIDDEN)
    hidden = report(kind, newest=True)
    assert hidden.sections, kind
    assert words in " ".join(texts(hidden.sections))
    shown = report(kind, newest=False)
    assert "75" in " ".join(texts(shown.sections))
    assert words not in " ".join(texts(shown.sections))


@pytest.mark.parametrize("kind", ["movements", "summary"])
def test_an_older_figure_is_not_said_to_have_moved(kind: str) -> None:
    """Where the newest figure is hidden, nothing is better, worse, behind or ahead."""
    assert report(kind, newest=True).sections == ()
    assert report(kind, newest=False).sections != ()


def test_a_path_does_not_call_an_older_figure_that_of_now() -> None:
    """The stop in the middle is the latest one that is shown."""
    hidden, shown = (report("priority-columns", newest=newest) for newest in (True, False))
    assert "Latest shown, 2023" in texts(hidden.sections)
    assert "Now, 2023" in texts(shown.sections)


def test_there_is_no_picture_of_what_is_better_before_a_hidden_figure() -> None:
    """An older figure that was better is not drawn as what is better now."""
    model = report("what-is-better", newest=True)
    assert not any(isinstance(part, Pictogram) for part in parts(model))


def test_a_picture_of_a_hundred_says_who_they_are() -> None:
    """Each figure says who is in it: of whom or of what it is a share."""
    model = report("what-is-better", newest=False)
    assert sum(isinstance(part, Pictogram) for part in parts(model)) == 2
    assert "The 100 are:" in texts(model.sections)
    assert "plans issued." in texts(model.sections)
