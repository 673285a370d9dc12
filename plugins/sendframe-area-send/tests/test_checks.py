"""What the checks ask of a portfolio."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import sendframe
from sendframe.plugins import Catalogue

_CODES = ("finding-without-action", "form-not-completed", "outcome-recorded", "outcome-unknown")
_INCONSISTENT = (
    "The local area partnership\u2019s arrangements lead to inconsistent experiences and outcomes "
    "for children and young people with SEND."
)


def _document(schema: str, id_: str, **fields: Any) -> dict[str, Any]:
    address = f"https://sendframe.example/schemas/v1/{schema}.schema.json"
    return {"$schema": address, "id": id_, "title": {"default": "Made up"}, **fields}


def _finding(id_: str, kind: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "statement": {"default": "Made up."}, **fields}


def _portfolio(folder: Path, *, uses: tuple[str, ...] = (), **review: Any) -> Path:
    bodies = [
        {"id": id_, "name": id_.title(), "kind": "partner"} for id_ in ("council", "icb", "school")
    ]
    actions = [
        {
            "id": f"led-by-{body}",
            "title": {"default": "Act"},
            "action_leads": [{"role": "head", "body": body}],
            "senior_responsible_owners": [{"role": "director", "body": "council"}],
        }
        for body in ("council", "school")
    ]
    review = {"kind": "inspection", "reviewers": ["Ofsted"], **review}
    documents = {
        "portfolio.json": _document(
            "portfolio",
            "madeup",
            area={
                "id": "madeup",
                "code": "ZZ0000099",
                "names": [{"source": "nobody", "name": "Madeup"}],
                "fictional": True,
            },
            documents=["actions.json", "governance.json", "review.json"],
            plugins=["area-send"],
            uses=list(uses),
        ),
        "actions.json": _document("action-register", "actions", actions=actions),
        "governance.json": _document("governance", "governance", area="ZZ0000099", bodies=bodies),
        "review.json": _document("review", "made-up-review", area="ZZ0000099", **review),
    }
    for name, item in documents.items():
        (folder / name).write_text(json.dumps(item), encoding="utf-8")
    return folder


def _messages(folder: Path) -> list[str]:
    """Return what the checks of this plug-in say, sorted."""
    portfolio = sendframe.load(folder)
    evaluation = sendframe.evaluate(portfolio, as_at=date(2026, 1, 31))
    assert not evaluation.failures
    message = [(notice.code, notice.message) for notice in evaluation.notices]
    questions = [
        (discrepancy.code, discrepancy.question) for discrepancy in evaluation.discrepancies
    ]
    return sorted(text for code, text in (*message, *questions) if code.startswith("area-send."))


def test_the_plug_in_is_found() -> None:
    """Installed, it offers its checks and documents, and nothing of it fails."""
    catalogue = Catalogue.discover().allowing(["area-send"])
    ours = {check for check in catalogue.checks if check.startswith("area-send.")}
    assert ours == {f"area-send.{code}" for code in _CODES}
    assert {id_ for id_ in catalogue.library.ids() if id_.startswith("area-send.")} == {
        "area-send.criteria-form",
        "area-send.impact-criteria",
        "area-send.outcomes",
        "area-send.outcomes-2016-2022",
    }
    assert not catalogue.failures
    assert not catalogue.renderer_failures


def test_findings_that_are_taken_forward_are_well(tmp_path: Path) -> None:
    """An action, bodies and a partner that leads are enough; strengths need nothing."""
    findings = [
        _finding(
            "f1",
            "area-for-improvement",
            actions=["led-by-council"],
            responsible_bodies=["council", "icb"],
        ),
        _finding("f2", "strength"),
        _finding("f3", "recommendation"),
    ]
    assert _messages(_portfolio(tmp_path, findings=findings)) == []


def test_findings_that_nobody_takes_forward_are_reported(tmp_path: Path) -> None:
    """No action, no body, and no partner among several that leads are each reported."""
    several = {"actions": ["led-by-school"], "responsible_bodies": ["council", "icb"]}
    findings = [
        _finding("f1", "area-for-priority-action", responsible_bodies=["icb"]),
        _finding("f2", "area-for-improvement", actions=["led-by-council"]),
        _finding("f3", "area-for-improvement", **several),
    ]
    assert _messages(
        _portfolio(tmp_path, findings=findings, starts_on={"kind": "day", "on": "2025-06-06"})
    ) == [
        "the area for improvement 'f2' names no body that is to act on it",
        "the area for improvement 'f3' names 2 bodies, and none of them leads an action of it",
        "the area for priority action 'f1' has no action",
    ]


def test_reports_before_june_2025_need_no_single_partner(tmp_path: Path) -> None:
    """The partner that takes a finding forward is asked for from 6 June 2025 on."""
    several = {"actions": ["led-by-school"], "responsible_bodies": ["council", "icb"]}
    findings = [_finding("f3", "area-for-improvement", **several)]
    assert (
        _messages(
            _portfolio(tmp_path, findings=findings, starts_on={"kind": "day", "on": "2025-06-05"})
        )
        == []
    )


@pytest.mark.parametrize("prefix", ["", "area-send."])
def test_an_outcome_recorded_as_worded_is_well(tmp_path: Path, prefix: str) -> None:
    """The code may be written with or without the name of the plug-in."""
    recognised = f"{prefix}inconsistent-experiences-and-outcomes"
    outcome = {"wording": {"default": _INCONSISTENT}, "recognised": recognised}
    assert _messages(_portfolio(tmp_path, outcome=outcome)) == []


def test_an_outcome_recorded_otherwise_is_reported(tmp_path: Path) -> None:
    """A recorded outcome that the words do not state is reported."""
    outcome = {
        "wording": {"default": _INCONSISTENT},
        "recognised": "widespread-or-systemic-failings",
    }
    (text,) = _messages(_portfolio(tmp_path, outcome=outcome))
    assert "is recorded as 'widespread-or-systemic-failings'" in text
    assert text.endswith("its words state 'inconsistent-experiences-and-outcomes'")


def test_an_outcome_that_is_not_recorded_is_reported(tmp_path: Path) -> None:
    """Words that are recognised, and nothing recorded, are reported."""
    (text,) = _messages(_portfolio(tmp_path, outcome={"wording": {"default": _INCONSISTENT}}))
    assert "is not recorded" in text


@pytest.mark.parametrize(
    ("recorded", "questions"),
    [({}, "Which of them is it?"), ({"recognised": "grade-2"}, "Why is it 'grade-2'?")],
)
def test_unknown_words_are_scored(tmp_path: Path, recorded: dict[str, str], questions: str) -> None:
    """Words that state none of the outcomes are put as a question, whatever is recorded."""
    outcome = {"wording": {"default": "We graded the area a Two."}, **recorded}
    (text,) = _messages(_portfolio(tmp_path, outcome=outcome))
    assert text.endswith(questions)


@pytest.mark.parametrize(
    "review",
    [
        {"kind": "peer-review"},
        {"reviewers": ["Inspectorate for Children of Ardenia"], "framework": "How we look"},
        {"starts_on": {"kind": "day", "on": "2019-01-14"}},
    ],
)
def test_reviews_of_other_kinds_are_ignored(tmp_path: Path, review: dict[str, Any]) -> None:
    """Peer reviews, other inspectorates and the framework before are none of its business."""
    outcome = {"wording": {"default": "Other words."}}
    findings = [_finding("f1", "area-for-improvement")]
    assert _messages(_portfolio(tmp_path, outcome=outcome, findings=findings, **review)) == []


def test_the_form_cannot_pass_for_criteria(tmp_path: Path) -> None:
    """Taken in and not completed, each criterion of the form is reported."""
    text = _messages(_portfolio(tmp_path, uses=("area-send.criteria-form",)))
    assert len(text) == 2  # as many as the form shows
    assert all("a form that nobody has completed" in item for item in text)


def test_the_criteria_and_outcomes_can_be_taken_in(tmp_path: Path) -> None:
    """The verified documents are valid and ask nothing."""
    uses = ("area-send.impact-criteria", "area-send.outcomes", "area-send.outcomes-2016-2022")
    assert _messages(_portfolio(tmp_path, uses=uses)) == []
