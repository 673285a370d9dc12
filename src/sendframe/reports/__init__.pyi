from . import charts as charts
from ._action_state import ActionState as ActionState
from ._action_state import action_name as action_name
from ._action_state import actions_in_force as actions_in_force
from ._action_state import is_over as is_over
from ._action_state import lead_text as lead_text
from ._action_state import plans_in_force as plans_in_force
from ._action_state import state_of as state_of
from ._build import build as build
from ._chart_data import column_chart as column_chart
from ._chart_data import peers_chart as peers_chart
from ._chart_data import spark as spark
from ._chart_data import trend_chart as trend_chart
from ._chart_model import Bar as Bar
from ._chart_model import BarChart as BarChart
from ._chart_model import Chart as Chart
from ._chart_model import ChartEvent as ChartEvent
from ._chart_model import ChartPoint as ChartPoint
from ._chart_model import ColumnChart as ColumnChart
from ._chart_model import ColumnSeries as ColumnSeries
from ._chart_model import Dot as Dot
from ._chart_model import PeersChart as PeersChart
from ._chart_model import ReferenceLine as ReferenceLine
from ._chart_model import SeriesRole as SeriesRole
from ._chart_model import TrendChart as TrendChart
from ._cited_figures import KnownChange as KnownChange
from ._cited_figures import cited_results as cited_results
from ._cited_figures import figure_notes as figure_notes
from ._cited_figures import largest_changes as largest_changes
from ._cited_figures import trend_until as trend_until
from ._context import NOT_CHECKED as NOT_CHECKED
from ._context import BuildContext as BuildContext
from ._context import once_a_report as once_a_report
from ._cut_off import came_after as came_after
from ._cut_off import cut_off_of as cut_off_of
from ._cut_off import is_publication_known as is_publication_known
from ._cut_off import points_known_on as points_known_on
from ._cut_off import was_known_on as was_known_on
from ._cut_off import was_published_by as was_published_by
from ._drafts import MISSING as MISSING
from ._edition_changes import differences_by_entry as differences_by_entry
from ._edition_changes import edition_sentences as edition_sentences
from ._edition_changes import moved_due_dates as moved_due_dates
from ._edition_changes import plan_sentences as plan_sentences
from ._edition_index import challenges_by_subject as challenges_by_subject
from ._edition_index import with_any as with_any
from ._entry_actions import action_leads_text as action_leads_text
from ._entry_actions import actions_of_entry as actions_of_entry
from ._entry_actions import next_actions as next_actions
from ._entry_actions import people_text as people_text
from ._entry_actions import priorities_of as priorities_of
from ._entry_sentences import against_sentences as against_sentences
from ._entry_sentences import evidence_note as evidence_note
from ._entry_sentences import for_sentences as for_sentences
from ._entry_sentences import hidden_sentence as hidden_sentence
from ._entry_sentences import neutral_sentences as neutral_sentences
from ._entry_sentences import view_sentence as view_sentence
from ._entry_sentences import voice_sentence as voice_sentence
from ._evidence_sides import EvidenceSides as EvidenceSides
from ._evidence_sides import evidence_sides as evidence_sides
from ._evidence_sides import has_expired as has_expired
from ._evidence_sides import voices_about as voices_about
from ._figure_words import Place as Place
from ._figure_words import change_text as change_text
from ._figure_words import companion_changes as companion_changes
from ._figure_words import country_comparison as country_comparison
from ._figure_words import country_sentence as country_sentence
from ._figure_words import duty_level as duty_level
from ._figure_words import figure as figure
from ._figure_words import from_sentence as from_sentence
from ._figure_words import moved_from as moved_from
from ._figure_words import near_comparison as near_comparison
from ._figure_words import newer_sentence as newer_sentence
from ._figure_words import place_among as place_among
from ._figure_words import target_sentence as target_sentence
from ._figure_words import who_is_counted as who_is_counted
from ._filled_table import filled_table as filled_table
from ._finding_rows import FindingState as FindingState
from ._finding_rows import finding_states as finding_states
from ._finding_rows import newest_reviews as newest_reviews
from ._finding_rows import quotation as quotation
from ._governance import raised_challenges as raised_challenges
from ._icons import ICON_NAMES as ICON_NAMES
from ._icons import ICON_SUBJECTS as ICON_SUBJECTS
from ._index import INDEX as INDEX
from ._index import index_of as index_of
from ._index import minutes_to_read as minutes_to_read
from ._judged_criteria import JudgedCriterion as JudgedCriterion
from ._judged_criteria import code_order as code_order
from ._judged_criteria import judged_criteria as judged_criteria
from ._judged_criteria import sets_of_edition as sets_of_edition
from ._judged_criteria import steps_with_dissent as steps_with_dissent
from ._judged_criteria import views_of as views_of
from ._judgement_scale import judgement_ladder as judgement_ladder
from ._judgement_scale import ladder_values as ladder_values
from ._judgement_scale import scale_mark as scale_mark
from ._judgement_scale import value_now_and_before as value_now_and_before
from ._links import annex_link as annex_link
from ._links import link_to as link_to
from ._mark_model import Icon as Icon
from ._mark_model import Image as Image
from ._mark_model import Link as Link
from ._mark_model import Mark as Mark
from ._measure_path import measures_of as measures_of
from ._measure_path import path_chart as path_chart
from ._meeting import board_of as board_of
from ._meeting import happened_since as happened_since
from ._meeting import last_meeting as last_meeting
from ._meeting import next_agenda as next_agenda
from ._meeting import next_meeting_day as next_meeting_day
from ._movement import Movements as Movements
from ._movement import doubted as doubted
from ._movement import is_secondary as is_secondary
from ._movement import movements as movements
from ._offer_comments import OfferComment as OfferComment
from ._offer_comments import OfferComments as OfferComments
from ._offer_comments import offer_comments as offer_comments
from ._offer_comments import offer_theme as offer_theme
from ._own_documents import NamedArea as NamedArea
from ._own_documents import areas_named as areas_named
from ._own_documents import cited_sources as cited_sources
from ._own_documents import document_kind as document_kind
from ._own_documents import neighbours_named as neighbours_named
from ._own_documents import own_documents as own_documents
from ._own_documents import releases_of as releases_of
from ._own_documents import symbols_used as symbols_used
from ._phrase import NOTHING as NOTHING
from ._phrase import by_when as by_when
from ._phrase import counts_text as counts_text
from ._phrase import due_sentence as due_sentence
from ._phrase import ended as ended
from ._phrase import fictional_note as fictional_note
from ._phrase import figure_text as figure_text
from ._phrase import latest_text as latest_text
from ._phrase import mark_of as mark_of
from ._phrase import marked as marked
from ._phrase import plugin_suffix as plugin_suffix
from ._phrase import short_period as short_period
from ._phrase import translated as translated
from ._phrase import when_in_plain_words as when_in_plain_words
from ._phrase import words_of_code as words_of_code
from ._plan_statements import plan_statements as plan_statements
from ._plans import main_plans as main_plans
from ._plans import period_and_status as period_and_status
from ._plans import plan_remark as plan_remark
from ._plugin_problems import plugin_problems as plugin_problems
from ._promises import PROMISE_MARKS as PROMISE_MARKS
from ._promises import count_promises as count_promises
from ._promises import promise_mark as promise_mark
from ._reply_sentences import REPLY_MARKS as REPLY_MARKS
from ._reply_sentences import reply_sentences as reply_sentences
from ._report_data import report_data as report_data
from ._report_model import Block as Block
from ._report_model import Bullets as Bullets
from ._report_model import Callout as Callout
from ._report_model import Cell as Cell
from ._report_model import Column as Column
from ._report_model import Columns as Columns
from ._report_model import FigureCard as FigureCard
from ._report_model import Paragraph as Paragraph
from ._report_model import Question as Question
from ._report_model import Questions as Questions
from ._report_model import ReportModel as ReportModel
from ._report_model import Section as Section
from ._report_model import Sentence as Sentence
from ._report_model import SmallChart as SmallChart
from ._report_model import Span as Span
from ._report_model import Table as Table
from ._report_schema import report_schema as report_schema
from ._requirement import Gap as Gap
from ._requirement import Requirement as Requirement
from ._requirement import RequirementEvidence as RequirementEvidence
from ._requirement import edition_of_set as edition_of_set
from ._requirement import requirements_of as requirements_of
from ._requirement_sentences import requirement_evidence_sentences as requirement_evidence_sentences
from ._requirement_sentences import requirement_written_sentences as requirement_written_sentences
from ._section import section_of as section_of
from ._section_check import section_problem as section_problem
from ._section_kind import SectionKind as SectionKind
from ._shape_model import Ladder as Ladder
from ._shape_model import LadderStep as LadderStep
from ._shape_model import PathChart as PathChart
from ._shape_model import PathStop as PathStop
from ._shape_model import Pictogram as Pictogram
from ._shape_model import Pip as Pip
from ._shape_model import Pips as Pips
from ._shape_model import Timeline as Timeline
from ._shape_model import TimelineRow as TimelineRow
from ._since_then import LaterEvent as LaterEvent
from ._since_then import since_then as since_then
from ._statement_source import counts_in as counts_in
from ._statement_source import evidence_of_statement as evidence_of_statement
from ._typed_figure import TypedFigure as TypedFigure
from ._typed_figure import typed_benchmark as typed_benchmark
from ._typed_figure import typed_change as typed_change
from ._typed_figure import typed_point as typed_point
from ._unprinted import TextsRead as TextsRead
from ._unprinted import UnprintedText as UnprintedText
from ._unprinted import unprinted as unprinted

__all__ = [
    "ICON_NAMES",
    "ICON_SUBJECTS",
    "INDEX",
    "MISSING",
    "NOTHING",
    "NOT_CHECKED",
    "PROMISE_MARKS",
    "REPLY_MARKS",
    "ActionState",
    "Bar",
    "BarChart",
    "Block",
    "BuildContext",
    "Bullets",
    "Callout",
    "Cell",
    "Chart",
    "ChartEvent",
    "ChartPoint",
    "Column",
    "ColumnChart",
    "ColumnSeries",
    "Columns",
    "Dot",
    "EvidenceSides",
    "FigureCard",
    "FindingState",
    "Gap",
    "Icon",
    "Image",
    "JudgedCriterion",
    "KnownChange",
    "Ladder",
    "LadderStep",
    "LaterEvent",
    "Link",
    "Mark",
    "Movements",
    "NamedArea",
    "OfferComment",
    "OfferComments",
    "Paragraph",
    "PathChart",
    "PathStop",
    "PeersChart",
    "Pictogram",
    "Pip",
    "Pips",
    "Place",
    "Question",
    "Questions",
    "ReferenceLine",
    "ReportModel",
    "Requirement",
    "RequirementEvidence",
    "Section",
    "SectionKind",
    "Sentence",
    "SeriesRole",
    "SmallChart",
    "Span",
    "Table",
    "TextsRead",
    "Timeline",
    "TimelineRow",
    "TrendChart",
    "TypedFigure",
    "UnprintedText",
    "action_leads_text",
    "action_name",
    "actions_in_force",
    "actions_of_entry",
    "against_sentences",
    "annex_link",
    "areas_named",
    "board_of",
    "build",
    "by_when",
    "came_after",
    "challenges_by_subject",
    "change_text",
    "charts",
    "cited_results",
    "cited_sources",
    "code_order",
    "column_chart",
    "companion_changes",
    "count_promises",
    "country_comparison",
    "country_sentence",
    "counts_in",
    "counts_text",
    "cut_off_of",
    "differences_by_entry",
    "document_kind",
    "doubted",
    "due_sentence",
    "duty_level",
    "edition_of_set",
    "edition_sentences",
    "ended",
    "evidence_note",
    "evidence_of_statement",
    "evidence_sides",
    "fictional_note",
    "figure",
    "figure_notes",
    "figure_text",
    "filled_table",
    "finding_states",
    "for_sentences",
    "from_sentence",
    "happened_since",
    "has_expired",
    "hidden_sentence",
    "index_of",
    "is_over",
    "is_publication_known",
    "is_secondary",
    "judged_criteria",
    "judgement_ladder",
    "ladder_values",
    "largest_changes",
    "last_meeting",
    "latest_text",
    "lead_text",
    "link_to",
    "main_plans",
    "mark_of",
    "marked",
    "measures_of",
    "minutes_to_read",
    "moved_due_dates",
    "moved_from",
    "movements",
    "near_comparison",
    "neighbours_named",
    "neutral_sentences",
    "newer_sentence",
    "newest_reviews",
    "next_actions",
    "next_agenda",
    "next_meeting_day",
    "offer_comments",
    "offer_theme",
    "once_a_report",
    "own_documents",
    "path_chart",
    "peers_chart",
    "people_text",
    "period_and_status",
    "place_among",
    "plan_remark",
    "plan_sentences",
    "plan_statements",
    "plans_in_force",
    "plugin_problems",
    "plugin_suffix",
    "points_known_on",
    "priorities_of",
    "promise_mark",
    "quotation",
    "raised_challenges",
    "releases_of",
    "reply_sentences",
    "report_data",
    "report_schema",
    "requirement_evidence_sentences",
    "requirement_written_sentences",
    "requirements_of",
    "scale_mark",
    "section_of",
    "section_problem",
    "sets_of_edition",
    "short_period",
    "since_then",
    "spark",
    "state_of",
    "steps_with_dissent",
    "symbols_used",
    "target_sentence",
    "translated",
    "trend_chart",
    "trend_until",
    "typed_benchmark",
    "typed_change",
    "typed_point",
    "unprinted",
    "value_now_and_before",
    "view_sentence",
    "views_of",
    "voice_sentence",
    "voices_about",
    "was_known_on",
    "was_published_by",
    "when_in_plain_words",
    "who_is_counted",
    "with_any",
    "words_of_code",
]
