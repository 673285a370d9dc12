"""One contribution is run against one portfolio, outside every fence."""

from datetime import date

import attrs
import pytest

from sendframe.documents import portfolio_problems
from sendframe.errors import Diagnostic, MissingDate, UnknownName
from sendframe.model import (
    EMPTY,
    EvidenceRegister,
    FrozenMap,
    IndicatorSet,
    NoOptions,
    Portfolio,
    RuleChoice,
    freeze,
)
from sendframe.plugins import (
    Account,
    Catalogue,
    Check,
    DerivedIndicator,
    Import,
    Point,
    Reader,
    Refusal,
    RenderedFile,
    Renderer,
    ReportModel,
    Score,
    ScoringRule,
    Section,
    SectionKind,
)
from sendframe.testing import run, section_context
from sendframe.testing import small_portfolio as sample_area
from sendframe.testing._test_call import portfolio_with
from sendframe.testing.fixtures import (  # noqa: F401  # fixtures
    empty_catalogue,
    empty_report,
    huge_report,
    small_portfolio,
    small_report,
)

OWN = Catalogue.discover(third_party=False)


@attrs.frozen
class Words:
    """Options that are made up."""

    words: str = "seen"


def told(context):
    """Yield what a check was reported to say."""
    yield context.diagnostic(context.chosen(Words).words, about="early-help")


CHECK = Check("KENT001", "Seen", "Says so.", told, options=Words)


def test_the_small_area_is_complete(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """Every reference of the small area leads somewhere, and its code is nobody's."""
    assert portfolio_problems(small_portfolio) == ()
    assert small_portfolio.manifest.area.code.startswith("ZZ")
    assert small_portfolio.manifest.area.fictional


def test_a_check_gives_its_diagnostics(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """What a check yields comes back, with the options that were given or chosen."""
    (result,) = run(CHECK, small_portfolio)
    assert isinstance(result, Diagnostic)
    assert (result.code, result.message) == ("KENT001", "seen")
    assert run(CHECK, small_portfolio, options=Words("other"))[0].message == "other"
    chosen = FrozenMap({"KENT001": freeze({"words": "chosen"})})
    manifest = small_portfolio.manifest.changed(options=chosen)
    portfolio = attrs.evolve(small_portfolio, manifest=manifest)
    assert run(CHECK, portfolio)[0].message == "chosen"
    assert run(CHECK, portfolio, options=Words("other"))[0].message == "other"


def test_options_that_do_not_fit_are_an_error(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """Options of a portfolio that a contribution does not have are reported by name."""
    chosen = FrozenMap({"KENT001": freeze({"wrods": "chosen"}), "x.y": freeze({"a": 1})})
    manifest = small_portfolio.manifest.changed(options=chosen)
    portfolio = attrs.evolve(small_portfolio, manifest=manifest)
    with pytest.raises(ValueError, match="wrods"):
        run(CHECK, portfolio)
    renderer = Renderer("x.y", "X", "X.", lambda model, options: (), Words)  # noqa: ARG005  # what every renderer gets
    with pytest.raises(ValueError, match="no option 'a'"):
        run(renderer, portfolio)


def test_it_raises_what_it_raises(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """An exception of a contribution comes through as it is."""
    check = attrs.evolve(CHECK, run=lambda _: [1 / 0])
    with pytest.raises(ZeroDivisionError):
        run(check, small_portfolio)


def test_a_rule_scores_what_it_is_scored(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """A rule is asked about one indicator, those it was chosen for, or all."""
    rule = OWN.scoring_rules["direction-of-travel"].record
    (item,) = run(rule, small_portfolio, indicator="plans-on-time")
    assert isinstance(item, (Score, Refusal))
    assert item.about == "plans-on-time"
    assert len(run(rule, small_portfolio)) == 3
    choice = RuleChoice(indicator="weeks-waited", rule=rule.id, options=EMPTY)
    manifest = small_portfolio.manifest.changed(rules=(choice,))
    (chosen,) = run(rule, attrs.evolve(small_portfolio, manifest=manifest))
    assert chosen.about == "weeks-waited"
    with pytest.raises(ValueError, match="no indicator nowhere"):
        run(rule, small_portfolio, indicator="nowhere")


def test_no_rule_is_scored_a_sample_that_may_not_be_scored(
    small_portfolio: Portfolio,  # noqa: F811  # a fixture
) -> None:
    """Of all indicators it is left out; asked for by itself, the reason is reported."""
    rule = OWN.scoring_rules["direction-of-travel"].record
    documents = tuple(
        document.changed(
            indicators=tuple(indicator.changed(sampled=True) for indicator in document.indicators)
        )
        if isinstance(document, IndicatorSet)
        else document
        for document in small_portfolio.documents
    )
    sampled = attrs.evolve(small_portfolio, documents=documents)
    assert run(rule, sampled) == ()
    with pytest.raises(ValueError, match="no evidence says of whom"):
        run(rule, sampled, indicator="plans-on-time")


def test_a_rule_about_subjects_is_scored_them(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """About one, those it was chosen for, or all priorities and criteria."""
    rule = OWN.scoring_rules["commitment-progress"].record
    everything = run(rule, small_portfolio)
    names = [plugin.about for plugin in everything]
    assert len(names) > 1
    (item,) = run(rule, small_portfolio, about=names[-1])
    assert item == everything[-1]
    choice = RuleChoice(about=names[0], rule=rule.id, options=freeze({"by": 1}))
    manifest = small_portfolio.manifest.changed(rules=(choice,))
    chosen = attrs.evolve(small_portfolio, manifest=manifest)
    with pytest.raises(ValueError, match="do not fit"):
        run(rule, chosen)
    (kept,) = run(rule, chosen, options=NoOptions())
    assert kept.about == names[0]
    with pytest.raises(ValueError, match="no priority or criterion nowhere"):
        run(rule, small_portfolio, about="nowhere")


def test_options_in_place_of_those_a_rule_needs(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """Options that are given reach the rule as they are, whatever the portfolio chose."""
    seen = []

    def score(context):
        seen.append(context.options)
        return context.refuse("It was only looked at.")

    rule = ScoringRule("kent.x", "X", "X.", score, Words)
    choice = RuleChoice(indicator="weeks-waited", rule="kent.x", options=freeze({"words": "a"}))
    manifest = small_portfolio.manifest.changed(rules=(choice,))
    portfolio = attrs.evolve(small_portfolio, manifest=manifest)
    run(rule, portfolio)
    run(rule, portfolio, options=Words("b"))
    assert seen == [Words("a"), Words("b")]


def test_a_derived_indicator_gives_points(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """Figures are computed period by period, and refusals stand among them."""

    def compute(facts):
        made = facts.value("kent.a")
        return made * 2 if made else facts.refuse("There is nothing.")

    record = DerivedIndicator("kent.double", "Double", "Doubles.", compute, ("kent.a",), Words)
    portfolio = portfolio_with(record, small_portfolio, {})
    assert portfolio_problems(portfolio) == ()
    result = run(record, portfolio)
    assert [item.value if isinstance(item, Point) else item.reason for item in result] == [
        24.0,
        40.0,
        50.0,
        "There is nothing.",
        80.0,
    ]
    assert len(run(record, portfolio, options=Words("x"))) == 5


def test_a_renderer_gives_files(small_portfolio: Portfolio, small_report: ReportModel) -> None:  # noqa: F811  # a fixture
    """A renderer is run on a report, or on the report of a portfolio of one of our profiles."""

    def render(model, options):
        return [RenderedFile("a.txt", "text/plain", f"{model.profile} {options.words}".encode())]

    renderer = Renderer("kent.a", "A", "A.", render, Words)
    assert run(renderer, small_report)[0].data == b"board seen"
    assert run(renderer, small_portfolio, options=Words("x"))[0].data == b"board x"
    assert run(renderer, small_portfolio, profile="sef-update")[0].data == b"sef-update seen"
    with pytest.raises(UnknownName, match="no-such"):
        run(renderer, small_portfolio, profile="no-such")


def test_a_kind_of_section_gives_its_section(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """On a portfolio or a context, with the options given or chosen; None where it is empty."""

    def build(context, section, options):
        title = f"{section.kind} {options.words}"
        return Section(section.id, title) if context.plans else None

    kind = SectionKind("kent.a", "A", "A.", build, Words)
    assert run(kind, small_portfolio) == Section("sample", "kent.a seen")
    assert run(kind, section_context(), options=Words("x")) == Section("sample", "kent.a x")
    chosen = FrozenMap({"kent.a": freeze({"words": "chosen"})})
    manifest = small_portfolio.manifest.changed(options=chosen)
    portfolio = attrs.evolve(small_portfolio, manifest=manifest)
    assert run(kind, portfolio) == Section("sample", "kent.a chosen")
    assert run(kind, attrs.evolve(portfolio, documents=())) is None


def test_a_context_of_sections_is_that_of_a_report() -> None:
    """The day is that of the call, and a public report holds what may be published only."""
    context = section_context(as_at=date(2025, 1, 31), public=True, beside=["board"])
    assert context.evaluation.as_at == date(2025, 1, 31)
    assert context.beside == ("board",)
    assert "survey" in section_context().evidence
    assert context.evidence == {}
    registers = context.disclosed.portfolio.of(EvidenceRegister)
    assert [register.evidence for register in registers] == [()]
    undated = small_portfolio_without_day()
    assert section_context(undated).evaluation.as_at == date(2026, 1, 31)


def small_portfolio_without_day() -> Portfolio:
    """Return the small area without a day."""
    portfolio = sample_area()
    return attrs.evolve(portfolio, manifest=portfolio.manifest.changed(as_at=None))


def test_a_reader_reads_bytes() -> None:
    """A reader is handed bytes as a file, and gives its import."""

    def read(source, options):
        assert options == Words()
        return Import(account=Account(source.size, len(source.stream.read())))

    assert run(Reader("kent.a", "A", "A.", read, Words), b"abc").account == Account(3, 3)


def test_the_day_is_the_callers_or_the_portfolios(small_portfolio: Portfolio) -> None:  # noqa: F811  # a fixture
    """Without a day anywhere nothing is evaluated."""
    manifest = small_portfolio.manifest.changed(as_at=None)
    portfolio = attrs.evolve(small_portfolio, manifest=manifest)
    with pytest.raises(MissingDate):
        run(CHECK, portfolio)
    assert run(CHECK, portfolio, as_at=date(2026, 1, 31))


def test_the_fixtures_are_what_they_say(
    empty_report: ReportModel,  # noqa: F811  # a fixture
    huge_report: ReportModel,  # noqa: F811  # a fixture
    empty_catalogue: Catalogue,  # noqa: F811  # a fixture
) -> None:
    """There is a report of nothing, one of thousands of rows, and a catalogue of nothing."""
    assert empty_report.sections == ()
    assert len(huge_report.sections[0].blocks[0].rows) == 3_000  # type: ignore[union-attr]  # a table
    assert empty_catalogue.plugins == ()
