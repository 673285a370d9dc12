from sendframe.checks import Check as Check
from sendframe.checks import CheckContext as CheckContext
from sendframe.checks import PlainText as PlainText
from sendframe.checks import PlainTextOptions as PlainTextOptions
from sendframe.checks import WrittenText as WrittenText
from sendframe.checks import quoted_ids as quoted_ids
from sendframe.checks import sentences as sentences
from sendframe.checks import stale_facts as stale_facts
from sendframe.checks import syllables as syllables
from sendframe.checks import words_in as words_in
from sendframe.documents import area_register as area_register
from sendframe.documents import load_document as load_document
from sendframe.documents import neighbour_list as neighbour_list
from sendframe.documents import send_terms as send_terms
from sendframe.errors import RETIRED_CODES as RETIRED_CODES
from sendframe.errors import Diagnostic as Diagnostic
from sendframe.errors import Location as Location
from sendframe.errors import PluginFailure as PluginFailure
from sendframe.errors import Related as Related
from sendframe.errors import SendframeError as SendframeError
from sendframe.errors import Severity as Severity
from sendframe.evaluation import Provided as Provided
from sendframe.figures import fault_by_code as fault_by_code
from sendframe.figures import is_one_year_earlier as is_one_year_earlier
from sendframe.language import N_ as N_
from sendframe.language import direction as direction
from sendframe.language import gettext as gettext
from sendframe.language import joined as joined
from sendframe.language import ngettext as ngettext
from sendframe.language import pgettext as pgettext
from sendframe.model import AcademicYear as AcademicYear
from sendframe.model import AcceptedException as AcceptedException
from sendframe.model import Action as Action
from sendframe.model import ActionRegister as ActionRegister
from sendframe.model import ActionUpdate as ActionUpdate
from sendframe.model import AgendaItem as AgendaItem
from sendframe.model import Aim as Aim
from sendframe.model import Approval as Approval
from sendframe.model import AreaChange as AreaChange
from sendframe.model import AreaFigure as AreaFigure
from sendframe.model import AreaForDevelopment as AreaForDevelopment
from sendframe.model import AreaName as AreaName
from sendframe.model import AreaNeighbours as AreaNeighbours
from sendframe.model import AreaRegister as AreaRegister
from sendframe.model import AssuranceActivity as AssuranceActivity
from sendframe.model import Baseline as Baseline
from sendframe.model import BenchmarkPoint as BenchmarkPoint
from sendframe.model import BenchmarkTarget as BenchmarkTarget
from sendframe.model import Body as Body
from sendframe.model import Breakdown as Breakdown
from sendframe.model import Budget as Budget
from sendframe.model import CalendarEntry as CalendarEntry
from sendframe.model import CalendarYear as CalendarYear
from sendframe.model import Challenge as Challenge
from sendframe.model import Change as Change
from sendframe.model import Closing as Closing
from sendframe.model import Coded as Coded
from sendframe.model import CodedBuilder as CodedBuilder
from sendframe.model import CodeList as CodeList
from sendframe.model import ColumnsInRelease as ColumnsInRelease
from sendframe.model import Commitment as Commitment
from sendframe.model import ComparabilityBreak as ComparabilityBreak
from sendframe.model import ComparatorSet as ComparatorSet
from sendframe.model import Comparison as Comparison
from sendframe.model import Consent as Consent
from sendframe.model import Consultation as Consultation
from sendframe.model import Contact as Contact
from sendframe.model import Contributor as Contributor
from sendframe.model import CoProduction as CoProduction
from sendframe.model import CriteriaSet as CriteriaSet
from sendframe.model import Criterion as Criterion
from sendframe.model import CriterionEntry as CriterionEntry
from sendframe.model import DateInWords as DateInWords
from sendframe.model import Day as Day
from sendframe.model import Decision as Decision
from sendframe.model import DeliveryGroup as DeliveryGroup
from sendframe.model import DifferenceMade as DifferenceMade
from sendframe.model import Direction as Direction
from sendframe.model import Discrepancy as Discrepancy
from sendframe.model import Document as Document
from sendframe.model import DueChange as DueChange
from sendframe.model import Entitlement as Entitlement
from sendframe.model import Evaluation as Evaluation
from sendframe.model import Evidence as Evidence
from sendframe.model import EvidenceAnswer as EvidenceAnswer
from sendframe.model import EvidenceProfile as EvidenceProfile
from sendframe.model import EvidenceRegister as EvidenceRegister
from sendframe.model import Example as Example
from sendframe.model import Extension as Extension
from sendframe.model import ExtensionSchema as ExtensionSchema
from sendframe.model import Fact as Fact
from sendframe.model import FailureNote as FailureNote
from sendframe.model import FinancialYear as FinancialYear
from sendframe.model import Finding as Finding
from sendframe.model import FindingMapping as FindingMapping
from sendframe.model import FindingVerdict as FindingVerdict
from sendframe.model import FollowUp as FollowUp
from sendframe.model import FormerCode as FormerCode
from sendframe.model import FrozenMap as FrozenMap
from sendframe.model import Funding as Funding
from sendframe.model import Glossary as Glossary
from sendframe.model import GlossaryTerm as GlossaryTerm
from sendframe.model import Governance as Governance
from sendframe.model import ImpactAssessment as ImpactAssessment
from sendframe.model import Indicator as Indicator
from sendframe.model import IndicatorResult as IndicatorResult
from sendframe.model import IndicatorSet as IndicatorSet
from sendframe.model import Input as Input
from sendframe.model import InspectionOutcome as InspectionOutcome
from sendframe.model import Integers as Integers
from sendframe.model import Json as Json
from sendframe.model import Judgement as Judgement
from sendframe.model import JudgementView as JudgementView
from sendframe.model import LevelTarget as LevelTarget
from sendframe.model import LocalArea as LocalArea
from sendframe.model import LocalOfferComment as LocalOfferComment
from sendframe.model import Maker as Maker
from sendframe.model import Manifest as Manifest
from sendframe.model import MappedFigure as MappedFigure
from sendframe.model import MappedFile as MappedFile
from sendframe.model import MappedFilter as MappedFilter
from sendframe.model import Measure as Measure
from sendframe.model import MeasureMilestone as MeasureMilestone
from sendframe.model import Meeting as Meeting
from sendframe.model import Membership as Membership
from sendframe.model import Milestone as Milestone
from sendframe.model import Money as Money
from sendframe.model import Monitored as Monitored
from sendframe.model import Month as Month
from sendframe.model import NamedBody as NamedBody
from sendframe.model import Neighbour as Neighbour
from sendframe.model import NeighbourList as NeighbourList
from sendframe.model import NoOptions as NoOptions
from sendframe.model import Notice as Notice
from sendframe.model import NumberParser as NumberParser
from sendframe.model import Numbers as Numbers
from sendframe.model import Observation as Observation
from sendframe.model import Observations as Observations
from sendframe.model import ObservationSet as ObservationSet
from sendframe.model import ObservedArea as ObservedArea
from sendframe.model import Origin as Origin
from sendframe.model import Outcome as Outcome
from sendframe.model import PartnerView as PartnerView
from sendframe.model import Period as Period
from sendframe.model import PeriodValue as PeriodValue
from sendframe.model import Picture as Picture
from sendframe.model import PictureFile as PictureFile
from sendframe.model import Places as Places
from sendframe.model import PlanPeriod as PlanPeriod
from sendframe.model import Point as Point
from sendframe.model import Portfolio as Portfolio
from sendframe.model import Principle as Principle
from sendframe.model import Priority as Priority
from sendframe.model import Profile as Profile
from sendframe.model import ProfileSection as ProfileSection
from sendframe.model import Progress as Progress
from sendframe.model import Projection as Projection
from sendframe.model import ProjectionValue as ProjectionValue
from sendframe.model import Promise as Promise
from sendframe.model import Publication as Publication
from sendframe.model import Quantity as Quantity
from sendframe.model import Quarter as Quarter
from sendframe.model import RangeTarget as RangeTarget
from sendframe.model import RatingScale as RatingScale
from sendframe.model import Rationale as Rationale
from sendframe.model import ReaderCheck as ReaderCheck
from sendframe.model import Reading as Reading
from sendframe.model import ReadingMark as ReadingMark
from sendframe.model import Refusal as Refusal
from sendframe.model import RegisteredArea as RegisteredArea
from sendframe.model import RelatedPlace as RelatedPlace
from sendframe.model import Relation as Relation
from sendframe.model import Release as Release
from sendframe.model import ReleaseMapping as ReleaseMapping
from sendframe.model import Remedy as Remedy
from sendframe.model import Reply as Reply
from sendframe.model import ReportingYear as ReportingYear
from sendframe.model import Responsible as Responsible
from sendframe.model import Review as Review
from sendframe.model import Risk as Risk
from sendframe.model import RollingYear as RollingYear
from sendframe.model import RuleChoice as RuleChoice
from sendframe.model import Sample as Sample
from sendframe.model import ScaleMapping as ScaleMapping
from sendframe.model import ScalePair as ScalePair
from sendframe.model import ScaleSet as ScaleSet
from sendframe.model import ScaleValue as ScaleValue
from sendframe.model import Score as Score
from sendframe.model import SelfEvaluation as SelfEvaluation
from sendframe.model import SeriesLimits as SeriesLimits
from sendframe.model import SimplifiedFact as SimplifiedFact
from sendframe.model import Snapshot as Snapshot
from sendframe.model import Source as Source
from sendframe.model import Stance as Stance
from sendframe.model import Status as Status
from sendframe.model import StatutoryStandard as StatutoryStandard
from sendframe.model import Step as Step
from sendframe.model import Strategy as Strategy
from sendframe.model import SubjectResult as SubjectResult
from sendframe.model import SuccessCriterion as SuccessCriterion
from sendframe.model import SymbolMeaning as SymbolMeaning
from sendframe.model import Tally as Tally
from sendframe.model import Target as Target
from sendframe.model import TargetPosition as TargetPosition
from sendframe.model import Term as Term
from sendframe.model import TermsOfReference as TermsOfReference
from sendframe.model import TermToDate as TermToDate
from sendframe.model import Text as Text
from sendframe.model import ToldBack as ToldBack
from sendframe.model import Tolerance as Tolerance
from sendframe.model import Tone as Tone
from sendframe.model import Value as Value
from sendframe.model import Variant as Variant
from sendframe.model import Voice as Voice
from sendframe.model import Week as Week
from sendframe.model import When as When
from sendframe.model import WordsTarget as WordsTarget
from sendframe.model import Workstream as Workstream
from sendframe.model import YearToDate as YearToDate
from sendframe.model import begun_by as begun_by
from sendframe.model import chosen_options as chosen_options
from sendframe.model import day_name as day_name
from sendframe.model import expired_on as expired_on
from sendframe.model import freeze as freeze
from sendframe.model import is_number_text as is_number_text
from sendframe.model import known_by as known_by
from sendframe.model import older_than as older_than
from sendframe.model import over_by as over_by
from sendframe.model import overdue_on as overdue_on
from sendframe.model import parse_period as parse_period
from sendframe.model import period_text as period_text
from sendframe.model import value_class as value_class
from sendframe.reports import ICON_NAMES as ICON_NAMES
from sendframe.reports import ICON_SUBJECTS as ICON_SUBJECTS
from sendframe.reports import Bar as Bar
from sendframe.reports import BarChart as BarChart
from sendframe.reports import Block as Block
from sendframe.reports import Bullets as Bullets
from sendframe.reports import Callout as Callout
from sendframe.reports import Cell as Cell
from sendframe.reports import Chart as Chart
from sendframe.reports import ChartEvent as ChartEvent
from sendframe.reports import ChartPoint as ChartPoint
from sendframe.reports import Column as Column
from sendframe.reports import ColumnChart as ColumnChart
from sendframe.reports import Columns as Columns
from sendframe.reports import ColumnSeries as ColumnSeries
from sendframe.reports import Dot as Dot
from sendframe.reports import FigureCard as FigureCard
from sendframe.reports import Icon as Icon
from sendframe.reports import Image as Image
from sendframe.reports import Ladder as Ladder
from sendframe.reports import LadderStep as LadderStep
from sendframe.reports import Link as Link
from sendframe.reports import Mark as Mark
from sendframe.reports import Paragraph as Paragraph
from sendframe.reports import PathChart as PathChart
from sendframe.reports import PathStop as PathStop
from sendframe.reports import PeersChart as PeersChart
from sendframe.reports import Pictogram as Pictogram
from sendframe.reports import Pip as Pip
from sendframe.reports import Pips as Pips
from sendframe.reports import Question as Question
from sendframe.reports import Questions as Questions
from sendframe.reports import ReferenceLine as ReferenceLine
from sendframe.reports import ReportModel as ReportModel
from sendframe.reports import Section as Section
from sendframe.reports import SectionKind as SectionKind
from sendframe.reports import Sentence as Sentence
from sendframe.reports import SeriesRole as SeriesRole
from sendframe.reports import SmallChart as SmallChart
from sendframe.reports import Span as Span
from sendframe.reports import Table as Table
from sendframe.reports import Timeline as Timeline
from sendframe.reports import TimelineRow as TimelineRow
from sendframe.reports import TrendChart as TrendChart
from sendframe.reports import TypedFigure as TypedFigure
from sendframe.reports import charts as charts
from sendframe.reports import report_data as report_data
from sendframe.scoring import BaselineFigure as BaselineFigure
from sendframe.scoring import CountKind as CountKind
from sendframe.scoring import DerivedContext as DerivedContext
from sendframe.scoring import DerivedIndicator as DerivedIndicator
from sendframe.scoring import Needs as Needs
from sendframe.scoring import PeerFigures as PeerFigures
from sendframe.scoring import RuleKind as RuleKind
from sendframe.scoring import RuleTarget as RuleTarget
from sendframe.scoring import ScoringContext as ScoringContext
from sendframe.scoring import ScoringRule as ScoringRule
from sendframe.scoring import SubjectContext as SubjectContext
from sendframe.scoring import SubjectRule as SubjectRule
from sendframe.scoring import VoiceSummary as VoiceSummary
from sendframe.scoring import usable_counts as usable_counts
from sendframe.statistics import amount as amount
from sendframe.statistics import difference as difference

from ._catalogue import Catalogue as Catalogue
from ._data_library import DataLibrary as DataLibrary
from ._data_library import library as library
from ._discovery import Installed as Installed
from ._discovery import installed as installed
from ._entry_point_group import DATA_GROUP as DATA_GROUP
from ._entry_point_group import GROUPS as GROUPS
from ._entry_point_group import KINDS as KINDS
from ._hookspec import HookSpecs as HookSpecs
from ._hookspec import hookimpl as hookimpl
from ._reader import Account as Account
from ._reader import Import as Import
from ._reader import LeftOut as LeftOut
from ._reader import Reader as Reader
from ._reader import ReaderSource as ReaderSource
from ._renderer import RenderedFile as RenderedFile
from ._renderer import Renderer as Renderer
from ._user_settings import SWITCH as SWITCH
from ._user_settings import Settings as Settings
from ._user_settings import settings as settings
from ._user_settings import settings_file as settings_file

__all__ = [
    "ICON_NAMES",
    "ICON_SUBJECTS",
    "N_",
    "AcademicYear",
    "AcceptedException",
    "Account",
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
    "Bar",
    "BarChart",
    "Baseline",
    "BaselineFigure",
    "BenchmarkPoint",
    "BenchmarkTarget",
    "Block",
    "Body",
    "Breakdown",
    "Budget",
    "Bullets",
    "CalendarEntry",
    "CalendarYear",
    "Callout",
    "Catalogue",
    "Cell",
    "Challenge",
    "Change",
    "Chart",
    "ChartEvent",
    "ChartPoint",
    "Check",
    "CheckContext",
    "Closing",
    "CoProduction",
    "CodeList",
    "Coded",
    "CodedBuilder",
    "Column",
    "ColumnChart",
    "ColumnSeries",
    "Columns",
    "ColumnsInRelease",
    "Commitment",
    "ComparabilityBreak",
    "ComparatorSet",
    "Comparison",
    "Consent",
    "Consultation",
    "Contact",
    "Contributor",
    "CountKind",
    "CriteriaSet",
    "Criterion",
    "CriterionEntry",
    "DateInWords",
    "Day",
    "Decision",
    "DeliveryGroup",
    "DerivedContext",
    "DerivedIndicator",
    "Diagnostic",
    "DifferenceMade",
    "Direction",
    "Discrepancy",
    "Document",
    "Dot",
    "DueChange",
    "Entitlement",
    "Evaluation",
    "Evidence",
    "EvidenceAnswer",
    "EvidenceProfile",
    "EvidenceRegister",
    "Example",
    "Extension",
    "ExtensionSchema",
    "Fact",
    "FailureNote",
    "FigureCard",
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
    "HookSpecs",
    "Icon",
    "Image",
    "ImpactAssessment",
    "Import",
    "Indicator",
    "IndicatorResult",
    "IndicatorSet",
    "Input",
    "InspectionOutcome",
    "Integers",
    "Json",
    "Judgement",
    "JudgementView",
    "Ladder",
    "LadderStep",
    "LeftOut",
    "LevelTarget",
    "Link",
    "LocalArea",
    "LocalOfferComment",
    "Location",
    "Maker",
    "Manifest",
    "MappedFigure",
    "MappedFile",
    "MappedFilter",
    "Mark",
    "Measure",
    "MeasureMilestone",
    "Meeting",
    "Membership",
    "Milestone",
    "Money",
    "Monitored",
    "Month",
    "NamedBody",
    "Needs",
    "Neighbour",
    "NeighbourList",
    "NoOptions",
    "Notice",
    "NumberParser",
    "Numbers",
    "Observation",
    "ObservationSet",
    "Observations",
    "ObservedArea",
    "Origin",
    "Outcome",
    "Paragraph",
    "PartnerView",
    "PathChart",
    "PathStop",
    "PeerFigures",
    "PeersChart",
    "Period",
    "PeriodValue",
    "Pictogram",
    "Picture",
    "PictureFile",
    "Pip",
    "Pips",
    "Places",
    "PlainText",
    "PlainTextOptions",
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
    "Question",
    "Questions",
    "RangeTarget",
    "RatingScale",
    "Rationale",
    "Reader",
    "ReaderCheck",
    "ReaderSource",
    "Reading",
    "ReadingMark",
    "ReferenceLine",
    "Refusal",
    "RegisteredArea",
    "Related",
    "RelatedPlace",
    "Relation",
    "Release",
    "ReleaseMapping",
    "Remedy",
    "RenderedFile",
    "Renderer",
    "Reply",
    "ReportModel",
    "ReportingYear",
    "Responsible",
    "Review",
    "Risk",
    "RollingYear",
    "RuleChoice",
    "RuleKind",
    "RuleTarget",
    "Sample",
    "ScaleMapping",
    "ScalePair",
    "ScaleSet",
    "ScaleValue",
    "Score",
    "ScoringContext",
    "ScoringRule",
    "Section",
    "SectionKind",
    "SelfEvaluation",
    "SendframeError",
    "Sentence",
    "SeriesLimits",
    "SeriesRole",
    "Severity",
    "SimplifiedFact",
    "SmallChart",
    "Snapshot",
    "Source",
    "Span",
    "Stance",
    "Status",
    "StatutoryStandard",
    "Step",
    "Strategy",
    "SubjectContext",
    "SubjectResult",
    "SubjectRule",
    "SuccessCriterion",
    "SymbolMeaning",
    "Table",
    "Tally",
    "Target",
    "TargetPosition",
    "Term",
    "TermToDate",
    "TermsOfReference",
    "Text",
    "Timeline",
    "TimelineRow",
    "ToldBack",
    "Tolerance",
    "Tone",
    "TrendChart",
    "TypedFigure",
    "Value",
    "Variant",
    "Voice",
    "VoiceSummary",
    "Week",
    "When",
    "WordsTarget",
    "Workstream",
    "WrittenText",
    "YearToDate",
    "amount",
    "area_register",
    "begun_by",
    "charts",
    "chosen_options",
    "day_name",
    "difference",
    "direction",
    "expired_on",
    "fault_by_code",
    "freeze",
    "gettext",
    "hookimpl",
    "is_number_text",
    "is_one_year_earlier",
    "joined",
    "known_by",
    "load_document",
    "neighbour_list",
    "ngettext",
    "older_than",
    "over_by",
    "overdue_on",
    "parse_period",
    "period_text",
    "pgettext",
    "quoted_ids",
    "report_data",
    "send_terms",
    "sentences",
    "stale_facts",
    "syllables",
    "usable_counts",
    "value_class",
    "words_in",
]
__all__ += _models.__all__
