"""The sheets of a workbook, as data: which classes are rows, in which order, under which headings.

Columns follow from the classes by rule; see `_columns`. What stands here is what no rule gives:
the names of sheets, headings where the name of a field does not read well, and what stays in JSON.
"""

from typing import Any, TypeAlias

import attrs

from sendframe import model

__all__ = [
    "BELONGS_TO",
    "HEADINGS",
    "LISTS",
    "RECORD",
    "ROW_KINDS",
    "SHEETS",
    "START",
    "STAYS",
    "Sheet",
    "ValueClass",
    "sheet_of",
]

ValueClass: TypeAlias = Any
"""A class of values of the model; for mypy a class, as an argument, cannot be hashed."""

START, LISTS, RECORD = "Start here", "Lists", "_sendframe"
"""The sheet that explains the workbook, the one with the drop-downs, and what was exported."""

BELONGS_TO = ("Strategy", "Priority", "Commitment", "Workstream", "Risk", "Finding")
"""The classes whose ``actions`` are the other end of *Belongs to* on the sheet Actions."""


@attrs.frozen
class Sheet:
    """One sheet: a row for each value of a class.

    Attributes:
        name: Its name.
        cls: The class.
        ordered_by: The field by whose day new rows are put in order; empty for the end.
    """

    name: str
    cls: ValueClass
    ordered_by: str = ""


def _sheets(*pairs: tuple[str, str] | tuple[str, str, str]) -> tuple[Sheet, ...]:
    return tuple(Sheet(name, getattr(model, cls), *rest) for name, cls, *rest in pairs)


SHEETS = _sheets(
    ("Plans", "Strategy"),
    ("Priorities", "Priority"),
    ("Outcomes", "Outcome"),
    ("Aims", "Aim"),
    ("Commitments", "Commitment"),
    ("Actions", "Action"),
    ("Updates", "ActionUpdate", "on"),
    ("Success criteria", "SuccessCriterion"),
    ("Milestones", "Milestone"),
    ("Moved dates", "DueChange", "changed_on"),
    ("Funding", "Funding"),
    ("Measures", "Measure"),
    ("Measure milestones", "MeasureMilestone", "due"),
    ("Indicators", "Indicator"),
    ("Figures", "Observation"),
    ("Releases", "Release"),
    ("Self-evaluations", "SelfEvaluation"),
    ("Self-evaluation", "CriterionEntry"),
    ("Areas for development", "AreaForDevelopment"),
    ("What we said", "Promise"),
    ("Contrary evidence", "EvidenceAnswer"),
    ("Steps", "Step"),
    ("Views of partners", "PartnerView"),
    ("Contributors", "Contributor"),
    ("Evidence", "Evidence"),
    ("Voices", "Voice"),
    ("For and against", "Stance"),
    ("Replies", "Reply"),
    ("Told back", "ToldBack"),
    ("Comments", "LocalOfferComment"),
    ("Risks", "Risk"),
    ("Principles", "Principle"),
    ("Why this plan", "Rationale"),
    ("Workstreams", "Workstream"),
    ("Consultations", "Consultation"),
    ("Approvals", "Approval"),
    ("Relations", "Relation"),
    ("Publications", "Publication"),
    ("Taking part", "CoProduction"),
    ("Impact assessments", "ImpactAssessment"),
    ("Money", "Money"),
    ("Places", "Places"),
    ("Glossary", "GlossaryTerm"),
    ("Bodies", "Body"),
    ("Members", "Membership"),
    ("Delivery groups", "DeliveryGroup"),
    ("Meetings", "Meeting"),
    ("Agenda", "AgendaItem"),
    ("Decisions", "Decision"),
    ("Challenges", "Challenge"),
    ("Checked by bodies", "AssuranceActivity"),
    ("Calendar", "CalendarEntry"),
    ("Contacts", "Contact"),
    ("Entitlements", "Entitlement"),
    ("Remedies", "Remedy"),
    ("Reviews", "Review"),
    ("Findings", "Finding"),
    ("Findings and criteria", "FindingMapping"),
    ("Follow-ups", "FollowUp"),
    ("Verdicts", "FindingVerdict"),
)
"""All sheets, in their order."""

_BY_CLASS = {sheet.cls: sheet for sheet in SHEETS}


ROW_KINDS = frozenset(sheet.cls.kind_of_thing for sheet in SHEETS) - {""}
"""The kinds of thing that are rows of a sheet."""


def sheet_of(cls: ValueClass) -> Sheet | None:
    """Return the sheet of a class; None where it has none."""
    return _BY_CLASS.get(cls)


HEADINGS = {
    ("Action", "action_leads"): "Leads",
    ("Action", "delivery", "value"): "Delivery",
    ("Action", "impact", "value"): "Impact",
    ("Action", "closing", "closed_on"): "Closed on",
    ("Action", "closing", "wanted", "default"): "What we wanted",
    ("Action", "closing", "did", "default"): "What we did",
    ("Action", "closing", "difference", "text", "default"): "Difference it made",
    ("Action", "closing", "difference", "none_yet", "default"): "No difference yet, because",
    ("Commitment", "what_we_want", "default"): "What we want",
    ("CriterionEntry", "difference"): "Difference it made",
    ("CriterionEntry", "evidence"): "How we know",
    ("CriterionEntry", "judgement", "value"): "Judgement",
    ("CriterionEntry", "judgement", "by"): "Judged by",
    ("CriterionEntry", "judgement", "on"): "Judged on",
    ("CriterionEntry", "judgement", "previous"): "Judgement before",
    ("CriterionEntry", "judgement", "used"): "Evidence used",
    ("CriterionEntry", "judgement", "not_used"): "Evidence not used",
    ("Indicator", "statutory_standard", "statement", "default"): "Statutory standard",
    ("Measure", "statement", "default"): "Measure",
    ("Measure", "baseline", "value"): "Baseline",
    ("Measure", "baseline", "statement", "default"): "Baseline in words",
    ("Measure", "target", "level"): "Target",
    ("Measure", "target", "low"): "Target from",
    ("Measure", "target", "high"): "Target to",
    ("Measure", "target", "statement", "default"): "Target in words",
    ("Measure", "target", "value"): "Target value now",
    ("Measure", "actual", "statement", "default"): "Actual in words",
    ("Measure", "actual", "on"): "Actual on",
    ("Measure", "tolerance", "amount"): "Tolerance",
    ("Reply", "difference", "text", "default"): "Difference it made",
    ("Reply", "difference", "none_yet", "default"): "No difference yet, because",
    ("Review", "outcome", "wording", "default"): "Outcome",
    ("Strategy", "period", "starts"): "Starts",
    ("Strategy", "period", "ends"): "Ends",
    ("SuccessCriterion", "tally", "done"): "Done",
    ("SuccessCriterion", "tally", "total"): "Of",
    ("SuccessCriterion", "tally", "unit"): "Of what",
    ("Milestone", "tally", "done"): "Done",
    ("Milestone", "tally", "total"): "Of",
    ("Milestone", "tally", "unit"): "Of what",
    ("ActionUpdate", "tally", "done"): "Done",
    ("ActionUpdate", "tally", "total"): "Of",
    ("ActionUpdate", "tally", "unit"): "Of what",
    ("Voice", "consent", "given_by"): "Consent given by",
}
"""Headings that the names of the fields do not give, by class and path."""

_FIGURES = "a table (.csv) and a mapping hold it better than cells"
STAYS = {
    "extensions": "data of plug-ins, which have their own schemas",
    "sources": "written once, when the document is made from its source",
    "links": "sources, each with seven fields",
    "related_documents": "sources, each with seven fields",
    "picture": "a file beside the documents",
    "columns": _FIGURES,
    "breaks": _FIGURES,
    "adds_up": _FIGURES,
    "dimensions": _FIGURES,
    "projections": "values of a model, made by a program",
    "completeness": "it is said of the whole document",
    "wording": "it is said of the whole document; Start here says it of new words",
    "source_file": "written by an import",
    "source_row": "written by an import",
    "area": "it is the area of the portfolio",
}
"""Fields that have no column, with the reason; a column of that name elsewhere is not affected."""

STAYS_IN = {
    "area": ("Strategy", "SelfEvaluation", "Review", "Governance"),
    "columns": ("Indicator",),
    "wording": ("Strategy", "SelfEvaluation", "Review"),
    "links": ("Evidence",),
}
"""Where a field of `STAYS` is another thing in other classes: the classes that it stays in."""
