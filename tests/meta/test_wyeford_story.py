"""The fictional example tells one story: its dates, figures and words do not contradict each other.

Others copy from it. So what it says of itself is held here, as far as a program can hold it.
"""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sendframe.api import report_folder
from sendframe.model import (
    Action,
    ActionRegister,
    AssuranceActivity,
    Body,
    CalendarEntry,
    CoProduction,
    CriterionEntry,
    Evidence,
    EvidenceRegister,
    Finding,
    FollowUp,
    Indicator,
    Judgement,
    Observation,
    ObservedArea,
    Outcome,
    Principle,
    Publication,
    SelfEvaluation,
    Step,
    Strategy,
    Value,
    Voice,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.meta.wyeford_walk import AS_AT, EXAMPLE, everything, example, spots

FUTURE = {"ask_again_on", "changed_on", "expires_on", "on", "start", "until", "valid_to"}
"""Fields whose days may lie ahead; what they are about is looked at more closely below."""


def editions() -> tuple[SelfEvaluation, SelfEvaluation]:
    """Return the two editions, the older one first."""
    one, two = example().of(SelfEvaluation)
    return one, two


# What is invented


def test_every_code_is_one_that_no_real_area_has() -> None:
    """All codes of areas, of their own and of others, begin with ZZ."""
    codes = {
        each.held
        for each in spots()
        if each.field.name in {"area", "areas", "region", "country"}
        or (each.field.name == "code" and type(each.owner).__name__ != "Criterion")
    }
    plain = {each for each in codes if isinstance(each, str) and not each.startswith("SFR")}
    assert len(plain) > 8
    assert {each for each in plain if not each.startswith("ZZ")} == set()


def test_every_link_leads_to_a_place_kept_for_examples() -> None:
    """No web address of the example is or can become anybody's."""
    links = {each.held for each in spots() if each.field.name == "link" and each.held}
    hosts = {str(urlsplit(each).hostname) for each in links}
    assert len(hosts) > 4
    assert all(each.endswith(".example") for each in hosts)


# Dates


def test_nothing_was_done_in_the_future() -> None:
    """What happened, was read, checked, judged or reported lies before the day of the portfolio."""
    days = [
        each for each in spots() if isinstance(each.held, date) and each.field.name not in FUTURE
    ]
    assert len(days) > 100
    assert [each.path for each in days if each.held > AS_AT] == []
    assert example().manifest.as_at == AS_AT


REPORTED = {"Status", "ActionUpdate", "DueChange", "Judgement", "ToldBack", "FollowUp"}
REPORTED |= {"Meeting", "Step", "Approval", "Decision", "Evidence", "Voice"}


def test_what_was_reported_was_reported_by_then() -> None:
    """Statuses, updates, moved dates, judgements, meetings, steps and evidence are of the past."""
    for value, path in everything():
        if type(value).__name__ in REPORTED:
            on = getattr(value, "on", None) or getattr(value, "changed_on", None)
            first = on if isinstance(on, date) or on is None else on.first_day
            assert first is None or first <= AS_AT, path


def test_dates_of_an_action_are_in_order() -> None:
    """A date is moved to a later one; a milestone is reached, an action closed, after it began."""
    for action in example().actions().values():
        dues = [*(each.due for each in action.due_history), action.due]
        assert all(one.last_day < two.last_day for one, two in pairwise(filter(None, dues)))
        for each in action.due_history:
            assert each.changed_on <= each.due.last_day or len(action.due_history) == 1, action.id
        begun = [each.on for each in action.updates]
        begun += [each.reached_on for each in action.milestones if each.reached_on]
        begun += [action.closing.closed_on] if action.closing else []
        if action.start and action.start.first_day <= AS_AT:
            assert all(action.start.first_day <= each.last_day for each in begun), action.id


def test_what_is_closed_has_come_to_an_end() -> None:
    """An action with a closing is complete or stopped, and one that is stopped has a closing."""
    registers = example().of(ActionRegister)
    values = {
        value.id: value.progress
        for register in registers
        if register.delivery_scale
        for value in register.delivery_scale.values
    }
    ends = {
        each.id: values[each.delivery.value] if each.delivery else None
        for each in example().actions().values()
    }
    closed = {each.id for each in example().actions().values() if each.closing}
    assert len(closed) > 6
    assert {ends[each] for each in closed} == {"complete", "stopped"}
    assert {id_ for id_, end in ends.items() if end == "stopped"} <= closed


def test_some_dates_were_moved_once_and_some_twice() -> None:
    """The history of due dates shows no move, one, and two."""
    assert {len(each.due_history) for each in example().actions().values()} == {0, 1, 2}


# Two editions


def test_the_editions_are_whole_and_half_a_year_apart() -> None:
    """Both have entries, evidence, promises and steps; their cut-offs lie six months apart."""
    one, two = editions()
    assert (one.data_cut_off, two.data_cut_off) == (date(2025, 4, 30), date(2025, 10, 31))
    assert two.previous == one.id
    for each in (one, two):
        assert each.completeness == "full"
        assert each.contributors
        assert len(each.entries) >= 5
        for part in ("working_well", "changing", "difference", "evidence", "answers", "promises"):
            assert any(getattr(entry, part) for entry in each.entries), (each.id, part)
    assert not {each.id for each in one.entries} & {each.id for each in two.entries}


def test_each_step_of_an_edition_follows_the_one_before_and_the_cut_off() -> None:
    """People draft, judge, moderate, answer, sign off, publish and tell after the cut-off."""
    for edition in editions():
        cut_off = edition.data_cut_off
        assert cut_off is not None
        days = [each.on.first_day for each in edition.steps if each.on]
        assert days == sorted(days)
        assert cut_off < days[0]
        for entry in edition.entries:
            if entry.judgement:
                assert cut_off < entry.judgement.on < days[-1]


def test_an_edition_rests_on_what_was_known_at_its_cut_off() -> None:
    """No evidence of an edition is younger than its cut-off."""
    known = {
        each.id: each.on
        for register in example().of(EvidenceRegister)
        for each in (*register.evidence, *register.voices)
    }
    for edition in editions():
        cut_off = edition.data_cut_off
        assert cut_off is not None
        for entry in edition.entries:
            for id_ in entry.evidence:
                on = known[id_]
                assert on is not None
                assert on.first_day <= cut_off, (entry.id, id_)


def _entries(edition: SelfEvaluation) -> dict[str, CriterionEntry]:
    return {each.criterion: each for each in edition.entries}


def _judgements(edition: SelfEvaluation) -> dict[str, Judgement]:
    return {each.criterion: each.judgement for each in edition.entries if each.judgement}


def test_the_editions_differ_in_every_way_that_is_of_interest() -> None:
    """A judgement rose and says why, one does not say why, one stayed, one is the first."""
    before, after = (_judgements(each) for each in editions())
    changed = {each for each in before if before[each].value != after[each].value}
    assert {each for each in changed if after[each].why_changed} == {
        "wyeford-q-early",
        "wyeford-q-help",
        "wyeford-q-school",
    }
    assert {each for each in changed if not after[each].why_changed} == {"wyeford-q-belong"}
    assert set(before) - changed == {"wyeford-q-together"}
    assert before["wyeford-q-school"].value == "wyeford-not-judged"
    for criterion, judgement in before.items():
        assert after[criterion].previous == judgement.value


def test_entries_evidence_areas_and_promises_come_and_go() -> None:
    """Something is new, something gone, something carried over, something in other words."""
    one, two = editions()
    before, after = _entries(one), _entries(two)
    assert "wyeford-q-next-steps" in set(after) - set(before)
    first, second = before["wyeford-q-early"], after["wyeford-q-early"]
    assert set(second.evidence) - set(first.evidence)
    assert set(first.evidence) - set(second.evidence)
    assert set(first.evidence) & set(second.evidence)
    todo = [
        {a for area in each.areas_for_development for a in area.actions} for each in (first, second)
    ]
    assert todo[0] - todo[1] == {"wyeford-a-named-contact"}
    assert not before["wyeford-q-school"].areas_for_development
    assert after["wyeford-q-school"].areas_for_development
    assert {str(each) for each in first.changing}.isdisjoint(map(str, second.changing))
    promised = {str(each.said): str(each.became) for each in first.promises}
    kept = {str(each.said): str(each.became) for each in second.promises}
    assert set(promised) == set(kept)
    assert all(promised[said] != kept[said] for said in promised)
    assert one.contributors != two.contributors


# Kinds that are data

DOCUMENTED = [
    (Evidence, "kind"),
    (Voice, "who"),
    (CalendarEntry, "kind"),
    (Finding, "kind"),
    (FollowUp, "kind"),
    (Step, "kind"),
    (CoProduction, "level"),
    (Publication, "kind"),
    (Principle, "kind"),
    (Outcome, "voice"),
    (AssuranceActivity, "kind"),
    (Body, "kind"),
    (Body, "role"),
    (Indicator, "cohort_basis"),
    (Observation, "status"),
    (ObservedArea, "basis"),
]


@pytest.mark.parametrize(("cls", "field"), DOCUMENTED, ids=str)
def test_each_kind_that_the_reference_names_is_shown(cls: type[Value], field: str) -> None:
    """Kinds are data; those that the documentation of a field names stand in the example."""
    told = re.search(
        rf"^        {field}: (.+?)(?=^        \w+: |^    \S|\Z)",
        cls.__doc__ or "",
        re.MULTILINE | re.DOTALL,
    )
    assert told
    named = set(re.findall("``([a-z-]+)``", told[1]))
    found = {getattr(value, field) for value, _ in everything() if type(value) is cls}
    assert len(named) > 2
    assert named <= found


def test_consent_is_given_for_now_withdrawn_run_out_and_not_asked_for() -> None:
    """Each way that people's words may, or may not, be used is there."""
    voices = [each for register in example().of(EvidenceRegister) for each in register.voices]
    consents = [each.consent for each in voices]
    given = [each for each in consents if each]
    assert None in consents
    assert any(each.withdrawn_on for each in given)
    assert any(each.until and each.until < AS_AT for each in given)
    assert any(each.until and each.until > AS_AT for each in given)
    assert any(each.until is None and each.withdrawn_on is None for each in given)


def test_plans_share_actions() -> None:
    """An action is held once, and several plans rest on it."""
    used = {
        plan.id: {
            action
            for priority in plan.priorities
            for commitment in priority.commitments
            for action in commitment.actions
        }
        for plan in example().of(Strategy)
    }
    assert len(used) == 4
    shared = "wyeford-a-therapy-drop-in"
    assert sum(shared in each for each in used.values()) == 3
    used_in_two = used["wyeford-send-strategy-2021"] & used["wyeford-send-strategy"]
    strategy = next(each for each in example().of(Strategy) if each.status == "adopted")
    direct = {action for each in strategy.priorities for action in each.actions}
    assert used_in_two | (used["wyeford-send-strategy-2021"] & direct)
    assert {each.status for each in example().of(Strategy)} == {"adopted", "draft", "superseded"}


def test_every_action_belongs_to_a_plan() -> None:
    """No action hangs in the air: a plan, a priority, a commitment or a workstream names it."""
    named = {
        each.held
        for each in spots()
        if each.path.startswith(tuple(plan.id for plan in example().of(Strategy)))
        and each.field.name == "actions"
    }
    assert set(example().actions()) <= named
    assert all(isinstance(each, Action) for each in example().actions().values())


# What the software says of it


def test_the_readme_names_what_the_software_finds_and_nothing_else() -> None:
    """Each finding that was planted is in the table of the page, and there is no other."""
    page = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    table = page.split("## What the checks report")[1].split("## ")[0]
    told = set(re.findall(r"\bSFR[0-9]{3}\b", "".join(re.findall(r"^\| .*", table, re.MULTILINE))))
    found = evaluate(
        example(),
        example().observations,
        as_at=AS_AT,
        catalogue=Catalogue.discover(third_party=False),
    )
    said = [*found.notices, *found.discrepancies]
    assert told == {each.code for each in said if each.accepted is None}
    for each in said:
        if each.accepted is None and each.about and not each.about.startswith("wyeford-j-autumn-e"):
            assert f"`{each.about}`" in table, each.about


def test_it_names_no_plug_in(tmp_path: Path) -> None:
    """With plug-ins installed, and without any, the example gives the same report, byte by byte."""
    assert example().manifest.plugins == ()
    made = []
    for name, third_party in (("with", True), ("without", False)):
        catalogue = Catalogue.discover(third_party=third_party)
        files = report_folder(EXAMPLE, tmp_path / name, catalogue=catalogue).files
        made.append({Path(each).name: Path(each).read_bytes() for each in files})
    assert made[0] == made[1]
