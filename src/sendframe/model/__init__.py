"""The classes of all documents and of the values they are made of, frozen and validated.

Each document in `docs/reference/documents` is a class here, and so is each of its parts. Kinds,
statuses, audiences and scales are data and not fixed in code.

Creating 150 classes takes longer than reading a document, so each module is imported when one of
its names is first used. `__init__.pyi` declares the same names for type checkers.
"""

from importlib import import_module

_MODULES = {
    "_action": "Action ActionId ActionRegister ActionUpdate BodyId Closing DueChange EvidenceId Funding Milestone Responsible Status SuccessCriterion Tally",
    "_area": "AreaChange AreaCode AreaName ComparatorSet LocalArea NamedBody",
    "_area_register": "AreaNeighbours AreaRegister FormerCode Neighbour NeighbourList RegisteredArea",
    "_column": "Coded Integers Numbers",
    "_column_builder": "CodedBuilder paused_garbage_collection",
    "_constraint": "Examples LARGEST_INTEGER Length Pattern Range RefersTo",
    "_contribution": "Example NoOptions chosen_options",
    "_criteria": "CriteriaSet Criterion CriterionId RatingScale ScaleMapping ScalePair ScaleSet ScaleValue ScaleValueId",
    "_day": "begun_by expired_on known_by older_than over_by overdue_on",
    "_dimension_column": "dimension_of",
    "_entity": "Document Entity Source",
    "_evaluation": "Discrepancy Evaluation FailureNote IndicatorResult Input Maker Notice RelatedPlace SubjectResult",
    "_evidence": "Consent Evidence EvidenceRegister LocalOfferComment Reply Sample Stance ToldBack Voice",
    "_extension": "ExtensionSchema",
    "_frozen": "EMPTY FrozenMap Json freeze thaw",
    "_governance": "AgendaItem AssuranceActivity Body CalendarEntry Challenge Decision DeliveryGroup Governance Meeting Membership TermsOfReference",
    "_indicator": "ColumnsInRelease ComparabilityBreak Indicator IndicatorSet StatutoryStandard",
    "_kind": "DOCUMENT_KINDS document_class",
    "_manifest": "AcceptedException Manifest Monitored RuleChoice accepted_on",
    "_mapping": "MappedFigure MappedFile MappedFilter Quantity ReleaseMapping",
    "_measure": "Baseline BenchmarkTarget Direction IndicatorId LevelTarget Measure MeasureActual MeasureMilestone Projection ProjectionValue RangeTarget Target Tolerance WordsTarget",
    "_number_text": "NumberParser is_number_text",
    "_observation": "CodeList Observation ObservationSet ObservedArea Release SymbolMeaning",
    "_observations": "Observations",
    "_origin": "Origin",
    "_period": "AcademicYear CalendarYear DateInWords FinancialYear Period ReportingYear RollingYear TermToDate When YearToDate",
    "_period_text": "PERIOD_FORMS parse_period period_text",
    "_picture_file": "PictureFile",
    "_plan_part": "Aim Approval CoProduction Commitment Consultation Glossary GlossaryTerm ImpactAssessment Money Outcome Places PlanPeriod Principle Publication Rationale Relation Risk StrategyId",
    "_portfolio": "AnyDocument DOCUMENT_CLASSES Portfolio",
    "_profile": "Budget Profile ProfileSection",
    "_reading": "Reading ReadingMark",
    "_result": "AreaFigure BenchmarkPoint Breakdown Change ChangeTest Comparison Fact FactId Point Refusal Score SeriesLimits TargetPosition Tone",
    "_review": "Finding FindingMapping FindingVerdict FollowUp InspectionOutcome Review",
    "_row_keys": "row_keys",
    "_self_evaluation": "AreaForDevelopment Contributor CriterionEntry EvidenceAnswer Judgement PartnerView Promise SelfEvaluation Step",
    "_service": "Contact Entitlement Remedy",
    "_full_text": "full_text is_full_text",
    "_short_repr": "short_repr",
    "_shown_record": "ShownCell ShownEdition ShownRecord",
    "_span": "MONTHS Day Month PeriodValue Quarter Snapshot Span Term Week day_name month_name",
    "_strategy": "Priority Strategy Workstream",
    "_subject_view": "EvidenceProfile JudgementView Progress",
    "_text": "Code DifferenceMade Id Line Link Picture ReaderCheck SimplifiedFact Text Variant",
    "_typed": "Extension",
    "_value_frame": "value_columns",
    "_value": "Value problems_of value_class",
    "_workbook_mapping": "TableColumn WorkbookMapping",
}

_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}

_INTERNAL = frozenset(
    [
        "accepted_on",
        "begun_by",
        "expired_on",
        "known_by",
        "older_than",
        "over_by",
        "overdue_on",
        "paused_garbage_collection",
        "ActionId",
        "ChangeTest",
        "MONTHS",
        "full_text",
        "is_full_text",
        "AnyDocument",
        "AreaCode",
        "BodyId",
        "Code",
        "CriterionId",
        "DOCUMENT_CLASSES",
        "DOCUMENT_KINDS",
        "EMPTY",
        "Entity",
        "EvidenceId",
        "Example",
        "Examples",
        "FactId",
        "Id",
        "IndicatorId",
        "LARGEST_INTEGER",
        "Length",
        "Line",
        "Link",
        "NoOptions",
        "PERIOD_FORMS",
        "Pattern",
        "PeriodValue",
        "Range",
        "RefersTo",
        "ScaleValueId",
        "StrategyId",
        "Tone",
        "When",
        "chosen_options",
        "dimension_of",
        "document_class",
        "problems_of",
        "row_keys",
        "short_repr",
        "thaw",
        "value_columns",
    ]
)
"""Names that other packages of sendframe use; they are not public."""

__all__ = sorted(set(_HOME) - _INTERNAL)  # noqa: PLE0605  # the stub lists them one by one


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__
