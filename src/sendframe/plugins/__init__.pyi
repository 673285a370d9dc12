from sendframe.checks import Check as Check
from sendframe.checks import CheckContext as CheckContext
from sendframe.documents import area_register as area_register
from sendframe.documents import load_document as load_document
from sendframe.documents import neighbour_list as neighbour_list
from sendframe.errors import Diagnostic as Diagnostic
from sendframe.errors import Location as Location
from sendframe.errors import PluginFailure as PluginFailure
from sendframe.errors import Related as Related
from sendframe.errors import SendframeError as SendframeError
from sendframe.evaluation import METHODS as METHODS
from sendframe.evaluation import Provided as Provided
from sendframe.model import Action as Action
from sendframe.model import ActionRegister as ActionRegister
from sendframe.model import AreaFigure as AreaFigure
from sendframe.model import AreaRegister as AreaRegister
from sendframe.model import Baseline as Baseline
from sendframe.model import Coded as Coded
from sendframe.model import CodedBuilder as CodedBuilder
from sendframe.model import ComparatorSet as ComparatorSet
from sendframe.model import Comparison as Comparison
from sendframe.model import CriteriaSet as CriteriaSet
from sendframe.model import Criterion as Criterion
from sendframe.model import Day as Day
from sendframe.model import Direction as Direction
from sendframe.model import Evidence as Evidence
from sendframe.model import EvidenceProfile as EvidenceProfile
from sendframe.model import EvidenceRegister as EvidenceRegister
from sendframe.model import Example as Example
from sendframe.model import Extension as Extension
from sendframe.model import FrozenMap as FrozenMap
from sendframe.model import Indicator as Indicator
from sendframe.model import IndicatorResult as IndicatorResult
from sendframe.model import IndicatorSet as IndicatorSet
from sendframe.model import InspectionOutcome as InspectionOutcome
from sendframe.model import Integers as Integers
from sendframe.model import Json as Json
from sendframe.model import MappedFigure as MappedFigure
from sendframe.model import MappedFile as MappedFile
from sendframe.model import MappedFilter as MappedFilter
from sendframe.model import Measure as Measure
from sendframe.model import NeighbourList as NeighbourList
from sendframe.model import NoOptions as NoOptions
from sendframe.model import NumberParser as NumberParser
from sendframe.model import Numbers as Numbers
from sendframe.model import Observation as Observation
from sendframe.model import Observations as Observations
from sendframe.model import ObservationSet as ObservationSet
from sendframe.model import ObservedArea as ObservedArea
from sendframe.model import Origin as Origin
from sendframe.model import Period as Period
from sendframe.model import Point as Point
from sendframe.model import Portfolio as Portfolio
from sendframe.model import Priority as Priority
from sendframe.model import Progress as Progress
from sendframe.model import Quantity as Quantity
from sendframe.model import Refusal as Refusal
from sendframe.model import RegisteredArea as RegisteredArea
from sendframe.model import Release as Release
from sendframe.model import ReleaseMapping as ReleaseMapping
from sendframe.model import Reply as Reply
from sendframe.model import Review as Review
from sendframe.model import Score as Score
from sendframe.model import SelfEvaluation as SelfEvaluation
from sendframe.model import Source as Source
from sendframe.model import Strategy as Strategy
from sendframe.model import SubjectResult as SubjectResult
from sendframe.model import SymbolMeaning as SymbolMeaning
from sendframe.model import TargetPosition as TargetPosition
from sendframe.model import Text as Text
from sendframe.model import Tolerance as Tolerance
from sendframe.model import Tone as Tone
from sendframe.model import Value as Value
from sendframe.model import Voice as Voice
from sendframe.model import chosen_options as chosen_options
from sendframe.model import is_number_text as is_number_text
from sendframe.model import parse_period as parse_period
from sendframe.model import value_class as value_class
from sendframe.reports import Block as Block
from sendframe.reports import Bullets as Bullets
from sendframe.reports import Callout as Callout
from sendframe.reports import Cell as Cell
from sendframe.reports import Chart as Chart
from sendframe.reports import ChartPoint as ChartPoint
from sendframe.reports import Dot as Dot
from sendframe.reports import DotChart as DotChart
from sendframe.reports import Mark as Mark
from sendframe.reports import Paragraph as Paragraph
from sendframe.reports import ReferenceLine as ReferenceLine
from sendframe.reports import ReportModel as ReportModel
from sendframe.reports import Section as Section
from sendframe.reports import Sentence as Sentence
from sendframe.reports import Table as Table
from sendframe.reports import TrendChart as TrendChart
from sendframe.reports import charts as charts
from sendframe.scoring import Aim as Aim
from sendframe.scoring import Among as Among
from sendframe.scoring import Counts as Counts
from sendframe.scoring import DerivedContext as DerivedContext
from sendframe.scoring import DerivedIndicator as DerivedIndicator
from sendframe.scoring import Heard as Heard
from sendframe.scoring import Needs as Needs
from sendframe.scoring import ScoringContext as ScoringContext
from sendframe.scoring import ScoringRule as ScoringRule
from sendframe.scoring import Start as Start
from sendframe.scoring import SubjectContext as SubjectContext
from sendframe.scoring import SubjectRule as SubjectRule
from sendframe.scoring import a_year_before as a_year_before
from sendframe.scoring import counts_of as counts_of
from sendframe.scoring import scoring_context as scoring_context
from sendframe.scoring import subject_context as subject_context
from sendframe.scoring import why_apart as why_apart
from sendframe.statistics import FIRM_POINTS as FIRM_POINTS
from sendframe.statistics import FUNNEL_CONFIDENCE as FUNNEL_CONFIDENCE
from sendframe.statistics import Assurance as Assurance
from sendframe.statistics import ControlLimits as ControlLimits
from sendframe.statistics import Interval as Interval
from sendframe.statistics import amount as amount
from sendframe.statistics import assurance as assurance
from sendframe.statistics import between_areas as between_areas
from sendframe.statistics import byar_interval as byar_interval
from sendframe.statistics import distance_travelled as distance_travelled
from sendframe.statistics import expected_along as expected_along
from sendframe.statistics import funnel_limits as funnel_limits
from sendframe.statistics import has_bands as has_bands
from sendframe.statistics import is_overdispersed as is_overdispersed
from sendframe.statistics import overdispersion as overdispersion
from sendframe.statistics import quantile as quantile
from sendframe.statistics import quartile_band as quartile_band
from sendframe.statistics import quartiles as quartiles
from sendframe.statistics import rank as rank
from sendframe.statistics import rate_interval as rate_interval
from sendframe.statistics import rounded as rounded
from sendframe.statistics import special_causes as special_causes
from sendframe.statistics import wilson_interval as wilson_interval
from sendframe.statistics import xmr_limits as xmr_limits

from ._catalogue import Catalogue as Catalogue
from ._discovery import Installed as Installed
from ._discovery import installed as installed
from ._group import DATA_GROUP as DATA_GROUP
from ._group import GROUPS as GROUPS
from ._group import KINDS as KINDS
from ._hookspec import HookSpecs as HookSpecs
from ._hookspec import hookimpl as hookimpl
from ._library import DataLibrary as DataLibrary
from ._library import library as library
from ._reader import Account as Account
from ._reader import Import as Import
from ._reader import LeftOut as LeftOut
from ._reader import Reader as Reader
from ._reader import ReaderSource as ReaderSource
from ._renderer import RenderedFile as RenderedFile
from ._renderer import Renderer as Renderer
from ._settings import SWITCH as SWITCH
from ._settings import Settings as Settings
from ._settings import settings as settings
from ._settings import settings_file as settings_file

__all__ = [
    "DATA_GROUP",
    "FIRM_POINTS",
    "FUNNEL_CONFIDENCE",
    "GROUPS",
    "KINDS",
    "METHODS",
    "SWITCH",
    "Account",
    "Action",
    "ActionRegister",
    "Aim",
    "Among",
    "AreaFigure",
    "AreaRegister",
    "Assurance",
    "Baseline",
    "Block",
    "Bullets",
    "Callout",
    "Catalogue",
    "Cell",
    "Chart",
    "ChartPoint",
    "Check",
    "CheckContext",
    "Coded",
    "CodedBuilder",
    "ComparatorSet",
    "Comparison",
    "ControlLimits",
    "Counts",
    "CriteriaSet",
    "Criterion",
    "DataLibrary",
    "Day",
    "DerivedContext",
    "DerivedIndicator",
    "Diagnostic",
    "Direction",
    "Dot",
    "DotChart",
    "Evidence",
    "EvidenceProfile",
    "EvidenceRegister",
    "Example",
    "Extension",
    "FrozenMap",
    "Heard",
    "HookSpecs",
    "Import",
    "Indicator",
    "IndicatorResult",
    "IndicatorSet",
    "InspectionOutcome",
    "Installed",
    "Integers",
    "Interval",
    "Json",
    "LeftOut",
    "Location",
    "MappedFigure",
    "MappedFile",
    "MappedFilter",
    "Mark",
    "Measure",
    "Needs",
    "NeighbourList",
    "NoOptions",
    "NumberParser",
    "Numbers",
    "Observation",
    "ObservationSet",
    "Observations",
    "ObservedArea",
    "Origin",
    "Paragraph",
    "Period",
    "PluginFailure",
    "Point",
    "Portfolio",
    "Priority",
    "Progress",
    "Provided",
    "Quantity",
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
    "Score",
    "ScoringContext",
    "ScoringRule",
    "Section",
    "SelfEvaluation",
    "SendframeError",
    "Sentence",
    "Settings",
    "Source",
    "Start",
    "Strategy",
    "SubjectContext",
    "SubjectResult",
    "SubjectRule",
    "SymbolMeaning",
    "Table",
    "TargetPosition",
    "Text",
    "Tolerance",
    "Tone",
    "TrendChart",
    "Value",
    "Voice",
    "a_year_before",
    "amount",
    "area_register",
    "assurance",
    "between_areas",
    "byar_interval",
    "charts",
    "chosen_options",
    "counts_of",
    "distance_travelled",
    "expected_along",
    "funnel_limits",
    "has_bands",
    "hookimpl",
    "installed",
    "is_number_text",
    "is_overdispersed",
    "library",
    "load_document",
    "neighbour_list",
    "overdispersion",
    "parse_period",
    "quantile",
    "quartile_band",
    "quartiles",
    "rank",
    "rate_interval",
    "rounded",
    "scoring_context",
    "settings",
    "settings_file",
    "special_causes",
    "subject_context",
    "value_class",
    "why_apart",
    "wilson_interval",
    "xmr_limits",
]
