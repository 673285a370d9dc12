"""Build reports as data, sections with sentences, tables and charts, from an evaluation.

Each module is imported when one of its names is first used: a plug-in may need neither what builds
nor what draws. `__init__.pyi` declares the same names for type checkers.
"""

from importlib import import_module
from typing import Any

_MODULES = {
    "_action_state": "ActionState action_name actions_in_force is_over lead_text plans_in_force state_of",
    "_build": "build",
    "_chart_data": "column_chart peers_chart spark trend_chart",
    "_chart_model": "Bar BarChart Chart ChartEvent ChartPoint ColumnChart ColumnSeries Dot PeersChart ReferenceLine SeriesRole TrendChart",
    "_cited_figures": "KnownChange cited_results figure_notes largest_changes trend_until",
    "_context": "NOT_CHECKED BuildContext once_a_report",
    "_cut_off": "came_after cut_off_of is_publication_known points_known_on was_known_on was_published_by",
    "_drafts": "MISSING",
    "_edition_changes": "differences_by_entry edition_sentences moved_due_dates plan_sentences",
    "_edition_index": "challenges_by_subject with_any",
    "_entry_actions": "action_leads_text actions_of_entry next_actions people_text priorities_of",
    "_entry_sentences": "against_sentences evidence_note for_sentences hidden_sentence neutral_sentences view_sentence voice_sentence",
    "_evidence_sides": "EvidenceSides evidence_sides has_expired voices_about",
    "_figure_words": "Place change_text companion_changes country_comparison country_sentence duty_level figure from_sentence moved_from near_comparison newer_sentence place_among point_text target_sentence who_is_counted",
    "_filled_table": "filled_table",
    "_finding_rows": "FindingState finding_states newest_reviews quotation",
    "_governance": "raised_challenges",
    "_icons": "ICON_NAMES ICON_SUBJECTS",
    "_index": "INDEX index_of minutes_to_read",
    "_judged_criteria": "JudgedCriterion code_order judged_criteria sets_of_edition steps_with_dissent views_of",
    "_judgement_scale": "judgement_ladder ladder_values scale_mark value_now_and_before",
    "_links": "annex_link link_to",
    "_mark_model": "Icon Image Link Mark",
    "_measure_path": "measures_of path_chart",
    "_meeting": "board_of happened_since last_meeting next_agenda next_meeting_day",
    "_movement": "Movements doubted is_secondary movements",
    "_phrase": "NOTHING by_when counts_text due_sentence ended fictional_note figure_text latest_text mark_of marked plugin_suffix short_period translated trust_suffix when_in_plain_words words_of_code",
    "_own_documents": "NamedArea areas_named cited_sources document_kind neighbours_named own_documents releases_of symbols_used",
    "_plan_statements": "plan_statements",
    "_plans": "main_plans period_and_status plan_remark",
    "_offer_comments": "OfferComment OfferComments offer_comments offer_theme",
    "_plugin_problems": "plugin_problems",
    "_promises": "PROMISE_MARKS count_promises promise_mark",
    "_report_model": "Block Bullets Callout Cell Column Columns FigureCard Paragraph Question Questions ReportModel Section Sentence SmallChart Span Table",
    "_typed_figure": "TypedFigure typed_benchmark typed_change typed_point",
    "_reply_sentences": "REPLY_MARKS reply_sentences",
    "_report_data": "REPORT_FORMAT report_data",
    "_report_schema": "report_schema",
    "_requirement": "Gap Requirement RequirementEvidence edition_of_set requirements_of",
    "_requirement_sentences": "requirement_evidence_sentences requirement_written_sentences",
    "_section": "section_of",
    "_section_check": "section_problem",
    "_section_kind": "SectionKind",
    "_shape_model": "Ladder LadderStep PathChart PathStop Pictogram Pip Pips Timeline TimelineRow",
    "_since_then": "LaterEvent since_then",
    "_statement_source": "counts_in evidence_of_statement",
    "_unprinted": "TextsRead UnprintedText unprinted",
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(("charts", *_MODULE_OF))  # noqa: PLE0605  # the stub lists them one by one


def __getattr__(name: str) -> Any:
    if name == "charts":
        return import_module(f"{__name__}.charts")
    if name in _MODULE_OF:
        return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
