from sendframe.checks import Check as Check
from sendframe.checks import CheckContext as CheckContext
from sendframe.checks import FaultyFigure as FaultyFigure
from sendframe.checks import PlainText as PlainText
from sendframe.checks import PlainTextOptions as PlainTextOptions
from sendframe.checks import WrittenIdentifier as WrittenIdentifier
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
from sendframe.figures import comparable_runs as comparable_runs
from sendframe.figures import fault_by_code as fault_by_code
from sendframe.figures import follows_of as follows_of
from sendframe.figures import is_one_year_earlier as is_one_year_earlier
from sendframe.figures import power_of_ten as power_of_ten
from sendframe.figures import slips_beside as slips_beside
from sendframe.figures import slips_in_series as slips_in_series
from sendframe.figures import totals_to_date as totals_to_date
from sendframe.identifiers import Identifier as Identifier
from sendframe.identifiers import child_columns as child_columns
from sendframe.identifiers import identifiers_in as identifiers_in
from sendframe.identifiers import masked as masked
from sendframe.identifiers import names_in_story as names_in_story
from sendframe.language import N_ as N_
from sendframe.language import direction as direction
from sendframe.language import gettext as gettext
from sendframe.language import joined as joined
from sendframe.language import ngettext as ngettext
from sendframe.language import pgettext as pgettext
from sendframe.model import Example as Example
from sendframe.model import NoOptions as NoOptions
from sendframe.model import PeriodValue as PeriodValue
from sendframe.model import Tone as Tone
from sendframe.model import When as When
from sendframe.model import begun_by as begun_by
from sendframe.model import chosen_options as chosen_options
from sendframe.model import expired_on as expired_on
from sendframe.model import known_by as known_by
from sendframe.model import month_name as month_name
from sendframe.model import older_than as older_than
from sendframe.model import over_by as over_by
from sendframe.model import overdue_on as overdue_on
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

from . import _models
from ._catalogue import Catalogue as Catalogue
from ._data_library import DataLibrary as DataLibrary
from ._data_library import library as library
from ._discovery import Installed as Installed
from ._discovery import installed as installed
from ._entry_point_group import COMMAND_GROUP as COMMAND_GROUP
from ._entry_point_group import DATA_GROUP as DATA_GROUP
from ._entry_point_group import GROUPS as GROUPS
from ._entry_point_group import KINDS as KINDS
from ._hookspec import HookSpecs as HookSpecs
from ._hookspec import hookimpl as hookimpl
from ._models import *
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
    "Account",
    "Bar",
    "BarChart",
    "BaselineFigure",
    "Block",
    "Bullets",
    "Callout",
    "Catalogue",
    "Cell",
    "Chart",
    "ChartEvent",
    "ChartPoint",
    "Check",
    "CheckContext",
    "Column",
    "ColumnChart",
    "ColumnSeries",
    "Columns",
    "CountKind",
    "DerivedContext",
    "DerivedIndicator",
    "Diagnostic",
    "Dot",
    "Example",
    "FaultyFigure",
    "FigureCard",
    "HookSpecs",
    "Icon",
    "Identifier",
    "Image",
    "Import",
    "Ladder",
    "LadderStep",
    "LeftOut",
    "Link",
    "Location",
    "Mark",
    "Needs",
    "NoOptions",
    "Paragraph",
    "PathChart",
    "PathStop",
    "PeerFigures",
    "PeersChart",
    "PeriodValue",
    "Pictogram",
    "Pip",
    "Pips",
    "PlainText",
    "PlainTextOptions",
    "Question",
    "Questions",
    "Reader",
    "ReaderSource",
    "ReferenceLine",
    "Related",
    "RenderedFile",
    "Renderer",
    "ReportModel",
    "RuleKind",
    "RuleTarget",
    "ScoringContext",
    "ScoringRule",
    "Section",
    "SectionKind",
    "SendframeError",
    "Sentence",
    "SeriesRole",
    "Severity",
    "SmallChart",
    "Span",
    "SubjectContext",
    "SubjectRule",
    "Table",
    "Timeline",
    "TimelineRow",
    "Tone",
    "TrendChart",
    "TypedFigure",
    "VoiceSummary",
    "When",
    "WrittenIdentifier",
    "WrittenText",
    "amount",
    "area_register",
    "begun_by",
    "charts",
    "child_columns",
    "chosen_options",
    "comparable_runs",
    "difference",
    "direction",
    "expired_on",
    "fault_by_code",
    "follows_of",
    "gettext",
    "hookimpl",
    "identifiers_in",
    "is_one_year_earlier",
    "joined",
    "known_by",
    "load_document",
    "masked",
    "month_name",
    "names_in_story",
    "neighbour_list",
    "ngettext",
    "older_than",
    "over_by",
    "overdue_on",
    "pgettext",
    "power_of_ten",
    "quoted_ids",
    "report_data",
    "send_terms",
    "sentences",
    "slips_beside",
    "slips_in_series",
    "stale_facts",
    "syllables",
    "totals_to_date",
    "usable_counts",
    "words_in",
]
__all__ += _models.__all__
