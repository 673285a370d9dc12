"""The checks that sendframe brings, on the fictional example and on its broken copies."""

import re
from datetime import date

import attrs
import pytest

from sendframe.model import (
    CriterionEntry,
    Evaluation,
    Portfolio,
    RuleChoice,
    SelfEvaluation,
    Strategy,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text

CATALOGUE = Catalogue.discover(third_party=False)


def told(portfolio: Portfolio) -> Evaluation:
    """Return the evaluation with all of sendframe's own rules and checks."""
    return evaluate(portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=CATALOGUE)


@pytest.fixture(scope="module")
def evaluation(wyeford: Portfolio) -> Evaluation:
    """Return the evaluation of the fictional example."""
    return told(wyeford)


@pytest.mark.parametrize(
    ("code", "about"),
    [
        ("SFR301", None),
        ("SFR302", "wyeford-a-holiday-clubs"),
        ("SFR303", "wyeford-families-know-next-step"),
        ("SFR305", "wyeford-ev-survey-2022"),
        ("SFR306", None),
    ],
)
def test_each_check_finds_its_planted_case(
    evaluation: Evaluation, code: str, about: str | None
) -> None:
    """What was planted in the fictional area is found, with its place in the documents."""
    found = [each for each in evaluation.notices if each.code == code]
    assert found
    assert about in (None, *(each.about for each in found))
    for each in found:
        assert each.help
        assert each.document
        assert each.pointer
        assert each.made_by.startswith("sendframe ")


def test_an_accepted_exception_is_kept_with_its_reason(evaluation: Evaluation) -> None:
    """What is accepted for now stays in the result, with the reason; expired ones do not count."""
    by_code = {each.code: each for each in evaluation.notices}
    assert by_code["SFR301"].accepted
    assert by_code["SFR305"].accepted is None


def test_a_judgement_that_evidence_contradicts_is_asked_about(evaluation: Evaluation) -> None:
    """The software asks; it does not judge, and every question names its facts."""
    found = [each for each in evaluation.discrepancies if each.code == "SFR501"]
    assert len(found) == 1
    assert found[0].question.endswith("?")
    known = {each.id for each in evaluation.facts}
    assert set(found[0].facts) <= known


def test_a_judgement_without_evidence_is_found(wyeford: Portfolio) -> None:
    """An entry with a judgement, no evidence, and none that speaks of it, is found."""
    editions = [each for each in wyeford.documents if isinstance(each, SelfEvaluation)]
    edition = max(editions, key=lambda each: str(each.data_cut_off))
    entry = next(each for each in edition.entries if each.judgement is not None)
    assert entry.judgement is not None
    bare = CriterionEntry(id=entry.id, criterion=entry.criterion, judgement=entry.judgement)
    plain = tuple(
        edition.changed(entries=(bare,), previous=None)
        for each in wyeford.documents
        if each is edition
    )
    kept = tuple(
        each
        for each in wyeford.documents
        if not isinstance(each, SelfEvaluation) and "evidence" not in type(each).__name__.lower()
    )
    portfolio = attrs.evolve(wyeford, documents=(*kept, *plain))
    codes = [each.code for each in told(portfolio).notices]
    assert "SFR304" in codes


def test_a_changed_judgement_must_say_why(wyeford: Portfolio) -> None:
    """A judgement that differs from the one before, without a reason, is asked about."""

    def silent(entry: CriterionEntry) -> CriterionEntry:
        judgement = entry.judgement
        if judgement is None or judgement.previous in (None, judgement.value):
            return entry
        return entry.changed(judgement=judgement.changed(why_changed=None))

    documents = tuple(
        each.changed(entries=tuple(silent(entry) for entry in each.entries))
        if isinstance(each, SelfEvaluation)
        else each
        for each in wyeford.documents
    )
    found = told(attrs.evolve(wyeford, documents=documents)).discrepancies
    assert "SFR503" in [each.code for each in found]
    before = [each.code for each in told(wyeford).discrepancies]
    assert before.count("SFR503") < [each.code for each in found].count("SFR503")


def test_a_rate_that_fell_while_its_count_held_is_asked_about() -> None:
    """222 of 288, then 225 of 333: the rate falls though no fewer plans are on time."""
    found = told(small(rate(), seen(2023, 222, 288), seen(2024, 225, 333))).discrepancies
    (question,) = found
    assert question.code == "SFR411"
    assert "222 to 225" in question.question


def test_a_rate_that_fell_with_its_count_is_not() -> None:
    """Where the count fell too there is nothing to ask."""
    found = told(small(rate(), seen(2023, 222, 288), seen(2024, 200, 333))).discrepancies
    assert found == ()


def test_target_and_statistics_that_disagree_are_asked_about() -> None:
    """On target and worse than the benchmark: is the target still the right one?"""
    plan = Strategy(
        id="plan",
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        measures=(_measure(50),),
    )
    rules = (
        RuleChoice(indicator="rate", rule="target-tolerance"),
        RuleChoice(
            indicator="rate", rule="wilson-comparison", options=_options(comparator="country")
        ),
    )
    portfolio = small(
        rate(),
        seen(2024, 225, 333),
        seen(2024, 900, 1000, area=COUNTRY),
        documents=(plan,),
        rules=rules,
    )
    (question,) = told(portfolio).discrepancies
    assert question.code == "SFR502"


def _measure(level: float):
    from tests.unit.builtin.test_rules import measure

    return measure(level)


def _options(**options: str):
    from sendframe.model import FrozenMap

    return FrozenMap(options)


def test_every_check_has_a_manual() -> None:
    """The manual of each check says what, why, an example, what to do and the source."""
    headings = (
        "What it checks",
        "Why it matters",
        "Example",
        "How to put it right",
        "Source",
    )
    for provided in CATALOGUE.checks.values():
        for heading in headings:
            assert heading in provided.record.manual, provided.record.id


LIMIT = re.compile(
    r"\b(?:does not find|not (?:checked|found|noticed|looked at|reported)|nothing is reported"
    r"|skipped|left out)\b",
    re.IGNORECASE,
)
"""How a manual says what its check does not find."""


def test_every_check_says_what_it_does_not_find() -> None:
    """Those of plug-ins too: under the first heading of the manual, beside what it finds."""
    checks = Catalogue.discover().checks
    assert len(checks) > 70
    silent = []
    for code, provided in sorted(checks.items()):
        manual = provided.record.manual
        what = manual.partition("What it checks\n")[2].partition("\nWhy it matters\n")[0]
        assert what.strip(), code
        if not LIMIT.search(what):
            silent.append(code)
    assert not silent
