from ._action import Action as Action
from ._action import ActionId as ActionId
from ._action import ActionRegister as ActionRegister
from ._action import ActionUpdate as ActionUpdate
from ._action import BodyId as BodyId
from ._action import Closing as Closing
from ._action import DueChange as DueChange
from ._action import EvidenceId as EvidenceId
from ._action import Funding as Funding
from ._action import Milestone as Milestone
from ._action import Responsible as Responsible
from ._action import Status as Status
from ._action import SuccessCriterion as SuccessCriterion
from ._action import Tally as Tally
from ._area import AreaChange as AreaChange
from ._area import AreaCode as AreaCode
from ._area import AreaName as AreaName
from ._area import ComparatorSet as ComparatorSet
from ._area import LocalArea as LocalArea
from ._area import NamedBody as NamedBody
from ._area_register import AreaNeighbours as AreaNeighbours
from ._area_register import AreaRegister as AreaRegister
from ._area_register import FormerCode as FormerCode
from ._area_register import Neighbour as Neighbour
from ._area_register import NeighbourList as NeighbourList
from ._area_register import RegisteredArea as RegisteredArea
from ._column import Coded as Coded
from ._column import Integers as Integers
from ._column import Numbers as Numbers
from ._column_builder import CodedBuilder as CodedBuilder
from ._column_builder import paused_garbage_collection as paused_garbage_collection
from ._constraint import LARGEST_INTEGER as LARGEST_INTEGER
from ._constraint import Examples as Examples
from ._constraint import Length as Length
from ._constraint import Pattern as Pattern
from ._constraint import Range as Range
from ._constraint import RefersTo as RefersTo
from ._contribution import Example as Example
from ._contribution import NoOptions as NoOptions
from ._contribution import chosen_options as chosen_options
from ._criteria import CriteriaSet as CriteriaSet
from ._criteria import Criterion as Criterion
from ._criteria import CriterionId as CriterionId
from ._criteria import RatingScale as RatingScale
from ._criteria import ScaleMapping as ScaleMapping
from ._criteria import ScalePair as ScalePair
from ._criteria import ScaleSet as ScaleSet
from ._criteria import ScaleValue as ScaleValue
from ._criteria import ScaleValueId as ScaleValueId
from ._day import begun_by as begun_by
from ._day import expired_on as expired_on
from ._day import known_by as known_by
from ._day import older_than as older_than
from ._day import over_by as over_by
from ._day import overdue_on as overdue_on
from ._day import withdrawn_by as withdrawn_by
from ._entity import Document as Document
from ._entity import Entity as Entity
from ._entity import Source as Source
from ._evaluation import Discrepancy as Discrepancy
from ._evaluation import Evaluation as Evaluation
from ._evaluation import FailureNote as FailureNote
from ._evaluation import IndicatorResult as IndicatorResult
from ._evaluation import Input as Input
from ._evaluation import Maker as Maker
from ._evaluation import Notice as Notice
from ._evaluation import RelatedPlace as RelatedPlace
from ._evaluation import SubjectResult as SubjectResult
from ._evidence import Consent as Consent
from ._evidence import Evidence as Evidence
from ._evidence import EvidenceRegister as EvidenceRegister
from ._evidence import LocalOfferComment as LocalOfferComment
from ._evidence import Reply as Reply
from ._evidence import Sample as Sample
from ._evidence import ToldBack as ToldBack
from ._evidence import Voice as Voice
from ._extension import ExtensionSchema as ExtensionSchema
from ._frozen import EMPTY as EMPTY
from ._frozen import FrozenMap as FrozenMap
from ._frozen import Json as Json
from ._frozen import freeze as freeze
from ._frozen import thaw as thaw
from ._governance import AgendaItem as AgendaItem
from ._governance import AssuranceActivity as AssuranceActivity
from ._governance import Body as Body
from ._governance import CalendarEntry as CalendarEntry
from ._governance import Challenge as Challenge
from ._governance import Decision as Decision
from ._governance import DeliveryGroup as DeliveryGroup
from ._governance import Governance as Governance
from ._governance import Meeting as Meeting
from ._governance import Membership as Membership
from ._governance import TermsOfReference as TermsOfReference
from ._indicator import ColumnsInRelease as ColumnsInRelease
from ._indicator import ComparabilityBreak as ComparabilityBreak
from ._indicator import Indicator as Indicator
from ._indicator import IndicatorSet as IndicatorSet
from ._indicator import StatutoryStandard as StatutoryStandard
from ._kind import DOCUMENT_KINDS as DOCUMENT_KINDS
from ._kind import document_class as document_class
from ._manifest import AcceptedException as AcceptedException
from ._manifest import Manifest as Manifest
from ._manifest import Monitored as Monitored
from ._manifest import RuleChoice as RuleChoice
from ._mapping import MappedFigure as MappedFigure
from ._mapping import MappedFile as MappedFile
from ._mapping import MappedFilter as MappedFilter
from ._mapping import Quantity as Quantity
from ._mapping import ReleaseMapping as ReleaseMapping
from ._measure import Baseline as Baseline
from ._measure import BenchmarkTarget as BenchmarkTarget
from ._measure import Direction as Direction
from ._measure import IndicatorId as IndicatorId
from ._measure import LevelTarget as LevelTarget
from ._measure import Measure as Measure
from ._measure import MeasureMilestone as MeasureMilestone
from ._measure import Projection as Projection
from ._measure import ProjectionValue as ProjectionValue
from ._measure import RangeTarget as RangeTarget
from ._measure import Target as Target
from ._measure import Tolerance as Tolerance
from ._measure import WordsTarget as WordsTarget
from ._number_text import NumberParser as NumberParser
from ._number_text import is_number_text as is_number_text
from ._observation import CodeList as CodeList
from ._observation import Observation as Observation
from ._observation import ObservationSet as ObservationSet
from ._observation import ObservedArea as ObservedArea
from ._observation import Release as Release
from ._observation import SymbolMeaning as SymbolMeaning
from ._observations import Observations as Observations
from ._observations import Origin as Origin
from ._period import AcademicYear as AcademicYear
from ._period import CalendarYear as CalendarYear
from ._period import DateInWords as DateInWords
from ._period import FinancialYear as FinancialYear
from ._period import Period as Period
from ._period import ReportingYear as ReportingYear
from ._period import RollingYear as RollingYear
from ._period import TermToDate as TermToDate
from ._period import When as When
from ._period import YearToDate as YearToDate
from ._period_text import PERIOD_FORMS as PERIOD_FORMS
from ._period_text import parse_period as parse_period
from ._period_text import period_text as period_text
from ._plan_part import Aim as Aim
from ._plan_part import Approval as Approval
from ._plan_part import Commitment as Commitment
from ._plan_part import Consultation as Consultation
from ._plan_part import CoProduction as CoProduction
from ._plan_part import Glossary as Glossary
from ._plan_part import GlossaryTerm as GlossaryTerm
from ._plan_part import ImpactAssessment as ImpactAssessment
from ._plan_part import Money as Money
from ._plan_part import Outcome as Outcome
from ._plan_part import Places as Places
from ._plan_part import PlanPeriod as PlanPeriod
from ._plan_part import Principle as Principle
from ._plan_part import Publication as Publication
from ._plan_part import Rationale as Rationale
from ._plan_part import Relation as Relation
from ._plan_part import Risk as Risk
from ._plan_part import StrategyId as StrategyId
from ._portfolio import DOCUMENT_CLASSES as DOCUMENT_CLASSES
from ._portfolio import AnyDocument as AnyDocument
from ._portfolio import Portfolio as Portfolio
from ._profile import Profile as Profile
from ._profile import ProfileSection as ProfileSection
from ._result import AreaFigure as AreaFigure
from ._result import BenchmarkPoint as BenchmarkPoint
from ._result import Breakdown as Breakdown
from ._result import Change as Change
from ._result import Comparison as Comparison
from ._result import Fact as Fact
from ._result import FactId as FactId
from ._result import Point as Point
from ._result import Refusal as Refusal
from ._result import Score as Score
from ._result import SeriesLimits as SeriesLimits
from ._result import TargetPosition as TargetPosition
from ._result import Tone as Tone
from ._review import Finding as Finding
from ._review import FindingMapping as FindingMapping
from ._review import FindingVerdict as FindingVerdict
from ._review import FollowUp as FollowUp
from ._review import InspectionOutcome as InspectionOutcome
from ._review import Review as Review
from ._self_evaluation import AreaForDevelopment as AreaForDevelopment
from ._self_evaluation import Contributor as Contributor
from ._self_evaluation import CriterionEntry as CriterionEntry
from ._self_evaluation import EvidenceAnswer as EvidenceAnswer
from ._self_evaluation import Judgement as Judgement
from ._self_evaluation import PartnerView as PartnerView
from ._self_evaluation import Promise as Promise
from ._self_evaluation import SelfEvaluation as SelfEvaluation
from ._self_evaluation import Step as Step
from ._service import Contact as Contact
from ._service import Entitlement as Entitlement
from ._service import Remedy as Remedy
from ._span import Day as Day
from ._span import Month as Month
from ._span import PeriodValue as PeriodValue
from ._span import Quarter as Quarter
from ._span import Snapshot as Snapshot
from ._span import Span as Span
from ._span import Term as Term
from ._span import Week as Week
from ._span import day_name as day_name
from ._strategy import Priority as Priority
from ._strategy import Strategy as Strategy
from ._strategy import Workstream as Workstream
from ._subject_view import EvidenceProfile as EvidenceProfile
from ._subject_view import JudgementView as JudgementView
from ._subject_view import Progress as Progress
from ._text import Code as Code
from ._text import Id as Id
from ._text import Line as Line
from ._text import Link as Link
from ._text import Picture as Picture
from ._text import ReaderCheck as ReaderCheck
from ._text import SimplifiedFact as SimplifiedFact
from ._text import Text as Text
from ._text import Variant as Variant
from ._typed import Extension as Extension
from ._value import Value as Value
from ._value import problems_of as problems_of
from ._value import value_class as value_class

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
    "SimplifiedFact",
    "Snapshot",
    "Source",
    "Span",
    "Status",
    "StatutoryStandard",
    "Step",
    "Strategy",
    "SubjectResult",
    "SuccessCriterion",
    "SymbolMeaning",
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
    "Workstream",
    "YearToDate",
    "day_name",
    "freeze",
    "is_number_text",
    "parse_period",
    "period_text",
    "value_class",
]
