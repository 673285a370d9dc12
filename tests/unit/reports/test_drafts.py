"""A public report is a draft until what it lacks is settled."""

from pathlib import Path

import attrs
import pytest

from sendframe import make_reports
from sendframe import report as write
from sendframe.disclosure import policy_by_name
from sendframe.errors import NotPublishable
from sendframe.model import (
    Consent,
    CriteriaSet,
    Criterion,
    EvidenceRegister,
    Indicator,
    Notice,
    Portfolio,
    Strategy,
    Text,
    Voice,
)
from sendframe.plugins import Catalogue
from sendframe.reports import Callout, Cell, Section, Sentence, Table
from sendframe.reports._counts_in_words import hidden_counts, small_counts
from sendframe.reports._drafts import missing_parts
from tests.evaluating import as_published
from tests.unit.conftest import rate, small
from tests.unit.reports.small_report import built, plan, priority, report
from tests.unit.reports.walking import texts

CATALOGUE = Catalogue.discover(third_party=False)


def test_what_is_missing_is_found_at_any_depth() -> None:
    """In a frame, in a cell and in a section below, with its heading where it has one."""
    frame = Callout("telephone numbers", (Sentence("For all."),), "missing")
    note = Callout("telephone numbers", (Sentence("For all."),))
    cell = Cell("", more=(Cell("a"),))
    table = Table("t", ("a",), ((cell,),))
    inner = Section("inner", "", (note, table, frame))
    sections = (Section("help", "Help", (frame,), (inner,)),)
    assert list(missing_parts(sections)) == [
        "“Help”: missing: telephone numbers",
        "missing: telephone numbers",
    ]


def test_an_error_of_a_check_makes_a_draft(wyeford: Portfolio) -> None:
    """Unless somebody accepts it; a warning does not, and one that is not public is no draft."""
    shown = as_published(wyeford, CATALOGUE)
    error = Notice(code="SFR620", severity="error", message="'a' says it.")

    def draft_with(notice: Notice, profile: str = "families") -> tuple[str, ...]:
        evaluation = shown.evaluation.changed(notices=(notice,))
        changed = attrs.evolve(shown, evaluation=evaluation)
        return built(changed, CATALOGUE.profiles[profile].record).draft

    assert draft_with(error) == ("a check found an error: SFR620: “a” says it.",)
    assert draft_with(error.changed(accepted="for now")) == ()
    assert draft_with(error.changed(severity="warning")) == ()
    assert draft_with(error, "board") == ()


@pytest.mark.parametrize(
    ("profile", "reason"),
    [("youth-update", "not checked with the readers"), ("board", "it is not for the public")],
)
def test_what_is_not_publishable_is_not_written(
    wyeford: Portfolio, tmp_path: Path, profile: str, reason: str
) -> None:
    """All reasons are told at once, with the id of the profile, and the folder is not made."""
    folder = tmp_path / "out"
    with pytest.raises(NotPublishable, match=reason) as raised:
        write(wyeford, folder, profiles=["families", profile], publishable=True)
    assert {id_ for id_, _ in raised.value.reasons} == {profile}
    assert not folder.exists()


def test_what_is_publishable_is_written(wyeford: Portfolio, tmp_path: Path) -> None:
    """The families' page of the fictional example has nothing to settle."""
    folder = tmp_path / "out"
    made = write(wyeford, folder, profiles=["families"], formats=["markdown"], publishable=True)
    assert [path.name for path in made.files] == ["families.md", "shown.json"]


def test_words_for_a_figure_that_changed_make_a_draft(wyeford: Portfolio) -> None:
    """The words are printed all the same: leaving them out could hide bad news."""
    (made,) = make_reports(wyeford, ["youth-update"], catalogue=CATALOGUE)
    stale = [reason for reason in made.model.draft if "simplifies a figure" in reason]
    assert len(stale) == 1
    assert "28.4%" in stale[0]
    assert made.model.handling_mark == "Draft: not to be published."


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("4 of 30 families were told.", ["4 of 30"]),
        ("5 of 30 families were told.", []),
        ("26 out of 30 parents came. 3 of 9 letters went out.", ["26 out of 30"]),
        ("25 of 30 parents came.", []),
        ("3 of the 3 children came.", ["3 of the 3"]),
        ("0 of 30 children came.", []),
        ("98 of 100 pupils came, 2 of 50% did not.", []),
        ("31 of 30 people came.", []),
        ("3 children waited more than a year.", ["3 children"]),
        ("Four of our young people were out of school.", ["Four of our young people"]),
        ("One pupil has no place.", ["One pupil"]),
        ("2 older children with EHC plans left.", ["2 older children"]),
        ("5 children waited more than a year.", []),
        ("Six young people tell what they think. Three parents read it.", []),
        ("One child in ten waits. At every 2 children wait for it.", []),
        ("In Year 3 children wait for a place; 1,003 children waited.", []),
    ],
)
def test_counts_of_few_people_in_words_are_cells(words: str, counts: list[str]) -> None:
    """What the policy would hide in a table, or what is left of it, and nothing else."""
    policy = policy_by_name("cautious")
    assert list(small_counts((Sentence(words),), policy)) == counts
    assert list(small_counts(Sentence(words, facts=("indicator/rate/2024",)), policy)) == []
    assert list(small_counts(Sentence(words, quoted=True), policy)) == []


@pytest.mark.parametrize(
    ("words", "repeated"),
    [
        ("In 2024 we issued 4 new plans.", []),
        ("Of the 333 new plans many came late.", ["333 new plans many came"]),
        ("1,333 plans; 333 schools; on page 333. Plans", []),
        ("All plans (333 plans) were looked at.", ["333 plans"]),
    ],
)
def test_counts_that_the_figures_hide_are_not_repeated_in_words(
    words: str, repeated: list[str]
) -> None:
    """Where the number is hidden and the words after it say what the indicator counts."""
    plans = Indicator(
        id="plans", title=Text(default="EHC plans issued"), unit="plans", direction="neutral"
    )
    counts, indicators = {333: frozenset(["plans"])}, {"plans": plans}
    assert list(hidden_counts(Sentence(words), counts, indicators)) == repeated
    assert list(hidden_counts(Sentence(words), {}, indicators)) == []
    cited = Sentence(words, facts=("indicator/plans/2024",))
    assert list(hidden_counts(cited, counts, indicators)) == []


def test_a_hidden_count_in_words_makes_a_draft(wyeford: Portfolio) -> None:
    """What disclosure control hides in the figures, an introduction cannot tell."""
    shown = as_published(wyeford, CATALOGUE)
    assert shown.hidden_counts[41] == {"wyeford-ehc-plans"}
    told = Text(default="There were 41 plans here, and 42 plans there.")
    documents = tuple(
        document.changed(introduction=told) if isinstance(document, Strategy) else document
        for document in wyeford.documents
    )
    changed = attrs.evolve(shown, portfolio=attrs.evolve(wyeford, documents=documents))
    draft = built(changed, CATALOGUE.profiles["strategy"].record).draft
    assert [each for each in draft if "that the figures hide" in each] == [
        "a count in words that the figures hide: 41 plans here"
    ]


def test_a_copy_of_withdrawn_words_blocks_a_public_report(wyeford: Portfolio) -> None:
    """Every public report, whether it prints the copy or not; the reason does not repeat it."""
    said = "Nobody ever asked me what I wanted to learn next year"
    consent = Consent(
        given_by="a pupil", profiles=("strategy",), withdrawn_on=wyeford.manifest.as_at
    )
    voice = Voice(
        id="gone", who="children-and-young-people", words=Text(default=said), consent=consent
    )
    copy = Text(default=f"They told us: {said.lower()}!")
    registers = (
        document.changed(voices=(*document.voices, voice), note=copy)
        if isinstance(document, EvidenceRegister) and document.voices
        else document
        for document in wyeford.documents
    )
    changed = attrs.evolve(wyeford, documents=tuple(registers))
    (made,) = make_reports(changed, ["families"], catalogue=CATALOGUE)
    (reason, *_) = made.model.draft
    assert "SFR620" in reason
    assert said.lower() not in "".join(made.model.draft).lower()


def test_without_words_for_its_readers_a_report_is_a_draft() -> None:
    """A summary of public documents has the words of the plan itself, and is none."""
    for completeness, draft in (("full", True), ("summary", False)):
        one = plan(completeness=completeness, vision=Text(default="We care."))
        model = report(small(rate(), documents=(one,)), "vision", variant="friendly", public=True)
        assert ("nobody wrote words for its readers yet" in model.draft) == draft


def test_a_requirement_without_an_action_says_so() -> None:
    """A priority that refers to it, and that nothing is done about."""
    criterion = Criterion(code="1", id="c", wording=Text(default="Is it good?"), kind="impact")
    criteria = CriteriaSet(
        id="set", title=Text(default="Set"), publisher="P", version="1", criteria=(criterion,)
    )
    documents = (plan(priorities=(priority(criteria=("c",)),)), criteria)
    model = report(small(rate(), documents=documents), "requirements")
    assert "no action" in "\n".join(texts(model.sections))
