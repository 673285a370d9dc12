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
from sendframe.evaluation import Provided as Provided
from sendframe.figures import fault_by_code as fault_by_code
from sendframe.figures import is_one_year_earlier as is_one_year_earlier
from sendframe.model import Action as Action
from sendframe.model import ActionRegister as ActionRegister
from sendframe.model import BenchmarkPoint as BenchmarkPoint
from sendframe.model import Breakdown as Breakdown
from sendframe.model import Challenge as Challenge
from sendframe.model import Coded as Coded
from sendframe.model import CodedBuilder as CodedBuilder
from sendframe.model import Commitment as Commitment
from sendframe.model import ComparatorSet as ComparatorSet
from sendframe.model import Comparison as Comparison
from sendframe.model import Contact as Contact
from sendframe.model import Contributor as Contributor
from sendframe.model import CriteriaSet as CriteriaSet
from sendframe.model import CriterionEntry as CriterionEntry
from sendframe.model import Day as Day
from sendframe.model import DifferenceMade as DifferenceMade
from sendframe.model import Direction as Direction
from sendframe.model import Entitlement as Entitlement
from sendframe.model import Evidence as Evidence
from sendframe.model import EvidenceProfile as EvidenceProfile
from sendframe.model import EvidenceRegister as EvidenceRegister
from sendframe.model import Example as Example
from sendframe.model import Extension as Extension
from sendframe.model import FrozenMap as FrozenMap
from sendframe.model import Glossary as Glossary
from sendframe.model import GlossaryTerm as GlossaryTerm
from sendframe.model import Governance as Governance
from sendframe.model import Indicator as Indicator
from sendframe.model import IndicatorResult as IndicatorResult
from sendframe.model import IndicatorSet as IndicatorSet
from sendframe.model import InspectionOutcome as InspectionOutcome
from sendframe.model import Integers as Integers
from sendframe.model import JudgementView as JudgementView
from sendframe.model import MappedFigure as MappedFigure
from sendframe.model import MappedFile as MappedFile
from sendframe.model import MappedFilter as MappedFilter
from sendframe.model import Measure as Measure
from sendframe.model import Money as Money
from sendframe.model import NoOptions as NoOptions
from sendframe.model import NumberParser as NumberParser
from sendframe.model import Numbers as Numbers
from sendframe.model import Observation as Observation
from sendframe.model import Observations as Observations
from sendframe.model import ObservationSet as ObservationSet
from sendframe.model import ObservedArea as ObservedArea
from sendframe.model import PartnerView as PartnerView
from sendframe.model import Period as Period
from sendframe.model import PeriodValue as PeriodValue
from sendframe.model import Picture as Picture
from sendframe.model import Places as Places
from sendframe.model import Point as Point
from sendframe.model import Portfolio as Portfolio
from sendframe.model import Priority as Priority
from sendframe.model import Profile as Profile
from sendframe.model import Progress as Progress
from sendframe.model import Promise as Promise
from sendframe.model import Quantity as Quantity
from sendframe.model import RatingScale as RatingScale
from sendframe.model import Refusal as Refusal
from sendframe.model import RegisteredArea as RegisteredArea
from sendframe.model import Release as Release
from sendframe.model import ReleaseMapping as ReleaseMapping
from sendframe.model import Reply as Reply
from sendframe.model import Review as Review
from sendframe.model import Risk as Risk
from sendframe.model import ScaleValue as ScaleValue
from sendframe.model import Score as Score
from sendframe.model import SelfEvaluation as SelfEvaluation
from sendframe.model import Source as Source
from sendframe.model import Step as Step
from sendframe.model import Strategy as Strategy
from sendframe.model import SubjectResult as SubjectResult
from sendframe.model import SymbolMeaning as SymbolMeaning
from sendframe.model import TargetPosition as TargetPosition
from sendframe.model import Text as Text
from sendframe.model import Tolerance as Tolerance
from sendframe.model import Tone as Tone
from sendframe.model import Variant as Variant
from sendframe.model import Voice as Voice
from sendframe.model import When as When
from sendframe.model import begun_by as begun_by
from sendframe.model import chosen_options as chosen_options
from sendframe.model import expired_on as expired_on
from sendframe.model import is_number_text as is_number_text
from sendframe.model import known_by as known_by
from sendframe.model import older_than as older_than
from sendframe.model import over_by as over_by
from sendframe.model import overdue_on as overdue_on
from sendframe.model import parse_period as parse_period
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
    "Account",
    "Action",
    "ActionRegister",
    "Bar",
    "BarChart",
    "BaselineFigure",
    "BenchmarkPoint",
    "Block",
    "Breakdown",
    "Bullets",
    "Callout",
    "Catalogue",
    "Cell",
    "Challenge",
    "Chart",
    "ChartEvent",
    "ChartPoint",
    "Check",
    "CheckContext",
    "Coded",
    "CodedBuilder",
    "Column",
    "ColumnChart",
    "ColumnSeries",
    "Columns",
    "Commitment",
    "ComparatorSet",
    "Comparison",
    "Contact",
    "Contributor",
    "CountKind",
    "CriteriaSet",
    "CriterionEntry",
    "Day",
    "DerivedContext",
    "DerivedIndicator",
    "Diagnostic",
    "DifferenceMade",
    "Direction",
    "Dot",
    "Entitlement",
    "Evidence",
    "EvidenceProfile",
    "EvidenceRegister",
    "Example",
    "Extension",
    "FigureCard",
    "FrozenMap",
    "Glossary",
    "GlossaryTerm",
    "Governance",
    "HookSpecs",
    "Icon",
    "Image",
    "Import",
    "Indicator",
    "IndicatorResult",
    "IndicatorSet",
    "InspectionOutcome",
    "Integers",
    "JudgementView",
    "Ladder",
    "LadderStep",
    "LeftOut",
    "Link",
    "Location",
    "MappedFigure",
    "MappedFile",
    "MappedFilter",
    "Mark",
    "Measure",
    "Money",
    "Needs",
    "NoOptions",
    "NumberParser",
    "Numbers",
    "Observation",
    "ObservationSet",
    "Observations",
    "ObservedArea",
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
    "Pip",
    "Pips",
    "Places",
    "PlainText",
    "PlainTextOptions",
    "Point",
    "Portfolio",
    "Priority",
    "Profile",
    "Progress",
    "Promise",
    "Quantity",
    "Question",
    "Questions",
    "RatingScale",
    "Reader",
    "ReaderSource",
    "ReferenceLine",
    "Refusal",
    "RegisteredArea",
    "Related",
    "Release",
    "ReleaseMapping",
    "RenderedFile",
    "Renderer",
    "Reply",
    "ReportModel",
    "Review",
    "Risk",
    "RuleKind",
    "RuleTarget",
    "ScaleValue",
    "Score",
    "ScoringContext",
    "ScoringRule",
    "Section",
    "SectionKind",
    "SelfEvaluation",
    "SendframeError",
    "Sentence",
    "SeriesRole",
    "SmallChart",
    "Source",
    "Span",
    "Step",
    "Strategy",
    "SubjectContext",
    "SubjectResult",
    "SubjectRule",
    "SymbolMeaning",
    "Table",
    "TargetPosition",
    "Text",
    "Timeline",
    "TimelineRow",
    "Tolerance",
    "Tone",
    "TrendChart",
    "TypedFigure",
    "Variant",
    "Voice",
    "VoiceSummary",
    "When",
    "WrittenText",
    "amount",
    "area_register",
    "begun_by",
    "charts",
    "chosen_options",
    "difference",
    "expired_on",
    "fault_by_code",
    "hookimpl",
    "is_number_text",
    "is_one_year_earlier",
    "known_by",
    "load_document",
    "neighbour_list",
    "older_than",
    "over_by",
    "overdue_on",
    "parse_period",
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
