"""Load, validate, dump, compare, evaluate and report, with the installed plug-ins.

This is the only place where files, the catalogue of plug-ins and the evaluation meet.
"""

from typing import TYPE_CHECKING, Any

from ._document import dump, dumps, library_of, load, loads, validate

if TYPE_CHECKING:
    from ._all_areas import AllAreas, evaluate_all_areas, evaluate_areas, run_all_areas
    from ._areas import LATEST_EDITION, comparators
    from ._audit import PublicationAudit, audit_publications
    from ._comparison import compare
    from ._data_package import dump_package, load_package
    from ._editor_settings import editor_settings, write_editor_settings
    from ._evaluation import (
        disclosed_evaluation,
        evaluate,
        failures_of,
        figures_for,
        raise_failures,
    )
    from ._figure_marks import figure_marks
    from ._imported_file import ImportedFile, ImportedFiles, read_file, read_files
    from ._new_documents import START_KINDS, NewDocuments, start_documents
    from ._plugin_starter import start_plugin
    from ._portfolio_starter import start_portfolio
    from ._report import (
        WrittenReports,
        make_reports,
        report,
        report_folder,
        texts_in_no_report,
    )
    from ._report_model import MadeReport
    from ._revision import RevisionResult, revisions
    from ._shown_evaluation import ShownEvaluation, evaluate_shown
    from ._trail import Explained, why
    from ._workbook import export_workbook, new_workbook, printed_fields, read_workbook
    from ._workbook_map import map_workbook

__all__ = [
    "LATEST_EDITION",
    "START_KINDS",
    "AllAreas",
    "Explained",
    "ImportedFile",
    "ImportedFiles",
    "MadeReport",
    "NewDocuments",
    "PublicationAudit",
    "RevisionResult",
    "ShownEvaluation",
    "WrittenReports",
    "audit_publications",
    "comparators",
    "compare",
    "disclosed_evaluation",
    "dump",
    "dump_package",
    "dumps",
    "editor_settings",
    "evaluate",
    "evaluate_all_areas",
    "evaluate_areas",
    "evaluate_shown",
    "export_workbook",
    "failures_of",
    "figure_marks",
    "figures_for",
    "library_of",
    "load",
    "load_package",
    "loads",
    "make_reports",
    "map_workbook",
    "new_workbook",
    "printed_fields",
    "raise_failures",
    "read_file",
    "read_files",
    "read_workbook",
    "report",
    "report_folder",
    "revisions",
    "run_all_areas",
    "start_documents",
    "start_plugin",
    "start_portfolio",
    "texts_in_no_report",
    "validate",
    "why",
    "write_editor_settings",
]

_MODULES = {
    "LATEST_EDITION": "sendframe.api._areas",
    "START_KINDS": "sendframe.api._new_documents",
    "AllAreas": "sendframe.api._all_areas",
    "Explained": "sendframe.api._trail",
    "ImportedFile": "sendframe.api._imported_file",
    "ImportedFiles": "sendframe.api._imported_file",
    "MadeReport": "sendframe.api._report_model",
    "PublicationAudit": "sendframe.api._audit",
    "NewDocuments": "sendframe.api._new_documents",
    "RevisionResult": "sendframe.api._revision",
    "ShownEvaluation": "sendframe.api._shown_evaluation",
    "WrittenReports": "sendframe.api._report",
    "audit_publications": "sendframe.api._audit",
    "comparators": "sendframe.api._areas",
    "compare": "sendframe.api._comparison",
    "dump_package": "sendframe.api._data_package",
    "disclosed_evaluation": "sendframe.api._evaluation",
    "editor_settings": "sendframe.api._editor_settings",
    "evaluate": "sendframe.api._evaluation",
    "evaluate_all_areas": "sendframe.api._all_areas",
    "evaluate_areas": "sendframe.api._all_areas",
    "evaluate_shown": "sendframe.api._shown_evaluation",
    "export_workbook": "sendframe.api._workbook",
    "failures_of": "sendframe.api._evaluation",
    "figure_marks": "sendframe.api._figure_marks",
    "figures_for": "sendframe.api._evaluation",
    "load_package": "sendframe.api._data_package",
    "make_reports": "sendframe.api._report",
    "map_workbook": "sendframe.api._workbook_map",
    "new_workbook": "sendframe.api._workbook",
    "printed_fields": "sendframe.api._workbook",
    "raise_failures": "sendframe.api._evaluation",
    "read_file": "sendframe.api._imported_file",
    "read_files": "sendframe.api._imported_file",
    "read_workbook": "sendframe.api._workbook",
    "report": "sendframe.api._report",
    "report_folder": "sendframe.api._report",
    "revisions": "sendframe.api._revision",
    "run_all_areas": "sendframe.api._all_areas",
    "start_documents": "sendframe.api._new_documents",
    "start_plugin": "sendframe.api._plugin_starter",
    "start_portfolio": "sendframe.api._portfolio_starter",
    "texts_in_no_report": "sendframe.api._report",
    "why": "sendframe.api._trail",
    "write_editor_settings": "sendframe.api._editor_settings",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is first used; validation needs few of them."""
    if name in _MODULES:
        from importlib import import_module

        return getattr(import_module(_MODULES[name]), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
