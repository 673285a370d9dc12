from ._action import *
from ._area import *
from ._area_register import *
from ._column import *
from ._column_builder import *
from ._constraint import *
from ._contribution import *
from ._criteria import *
from ._day import *
from ._dimension_column import *
from ._entity import *
from ._evaluation import *
from ._evidence import *
from ._extension import *
from ._frozen import *
from ._full_text import *
from ._governance import *
from ._indicator import *
from ._kind import *
from ._manifest import *
from ._mapping import *
from ._measure import *
from ._number_text import *
from ._observation import *
from ._observations import *
from ._origin import *
from ._period import *
from ._period_text import *
from ._picture_file import *
from ._plan_part import *
from ._portfolio import *
from ._profile import *
from ._reading import *
from ._result import *
from ._review import *
from ._row_keys import *
from ._self_evaluation import *
from ._service import *
from ._short_repr import *
from ._shown_record import *
from ._span import *
from ._strategy import *
from ._subject_view import *
from ._text import *
from ._typed import *
from ._value import *
from ._value_frame import *
from ._workbook_mapping import *

__all__ = [
    "AcademicYear",
    "AcceptedException",
    "Action",
    "ActionRegister",
    "ActionUpdate",
    "AgendaItem",
    "Aim",
    "Approval",
    "AreaChange",
    "AreaFigure",
    "AreaForDevelopment",
    "AreaName",
    "AreaNeighbours",
    "AreaRegister",
    "AssuranceActivity",
    "Baseline",
    "BenchmarkPoint",
    "BenchmarkTarget",
    "Body",
    "Breakdown",
    "Budget",
    "CalendarEntry",
    "CalendarYear",
    "Challenge",
    "Change",
    "Closing",
    "CoProduction",
    "CodeList",
    "Coded",
    "CodedBuilder",
    "ColumnsInRelease",
    "Commitment",
    "ComparabilityBreak",
    "ComparatorSet",
    "Comparison",
    "Consent",
    "Consultation",
    "Contact",
    "Contributor",
    "CriteriaSet",
    "Criterion",
    "CriterionEntry",
    "DateInWords",
    "Day",
    "Decision",
    "DeliveryGroup",
    "DifferenceMade",
    "Direction",
    "Discrepancy",
    "Document",
    "DueChange",
    "Entitlement",
    "Evaluation",
    "Evidence",
    "EvidenceAnswer",
    "EvidenceProfile",
    "EvidenceRegister",
    "Extension",
    "ExtensionSchema",
    "Fact",
    "FailureNote",
    "FinancialYear",
    "Finding",
    "FindingMapping",
    "FindingVerdict",
    "FollowUp",
    "FormerCode",
    "FrozenMap",
    "Funding",
    "Glossary",
    "GlossaryTerm",
    "Governance",
    "ImpactAssessment",
    "Indicator",
    "IndicatorResult",
    "IndicatorSet",
    "Input",
    "InspectionOutcome",
    "Integers",
    "Json",
    "Judgement",
    "JudgementView",
    "LevelTarget",
    "LocalArea",
    "LocalOfferComment",
    "Maker",
    "Manifest",
    "MappedFigure",
    "MappedFile",
    "MappedFilter",
    "Measure",
    "MeasureActual",
    "MeasureMilestone",
    "Meeting",
    "Membership",
    "Milestone",
    "Money",
    "Monitored",
    "Month",
    "NamedBody",
    "Neighbour",
    "NeighbourList",
    "Notice",
    "NumberParser",
    "Numbers",
    "Observation",
    "ObservationSet",
    "Observations",
    "ObservedArea",
    "Origin",
    "Outcome",
    "PartnerView",
    "Period",
    "Picture",
    "PictureFile",
    "Places",
    "PlanPeriod",
    "Point",
    "Portfolio",
    "Principle",
    "Priority",
    "Profile",
    "ProfileSection",
    "Progress",
    "Projection",
    "ProjectionValue",
    "Promise",
    "Publication",
    "Quantity",
    "Quarter",
    "RangeTarget",
    "RatingScale",
    "Rationale",
    "ReaderCheck",
    "Reading",
    "ReadingMark",
    "Refusal",
    "RegisteredArea",
    "RelatedPlace",
    "Relation",
    "Release",
    "ReleaseMapping",
    "Remedy",
    "Reply",
    "ReportingYear",
    "Responsible",
    "Review",
    "Risk",
    "RollingYear",
    "RuleChoice",
    "Sample",
    "ScaleMapping",
    "ScalePair",
    "ScaleSet",
    "ScaleValue",
    "Score",
    "SelfEvaluation",
    "SeriesLimits",
    "ShownCell",
    "ShownEdition",
    "ShownRecord",
    "SimplifiedFact",
    "Snapshot",
    "Source",
    "Span",
    "Stance",
    "Status",
    "StatutoryStandard",
    "Step",
    "Strategy",
    "SubjectResult",
    "SuccessCriterion",
    "SymbolMeaning",
    "TableColumn",
    "Tally",
    "Target",
    "TargetPosition",
    "Term",
    "TermToDate",
    "TermsOfReference",
    "Text",
    "ToldBack",
    "Tolerance",
    "Value",
    "Variant",
    "Voice",
    "Week",
    "WordsTarget",
    "WorkbookMapping",
    "Workstream",
    "YearToDate",
    "day_name",
    "freeze",
    "is_number_text",
    "month_name",
    "parse_period",
    "period_text",
    "value_class",
]
