"""Tools for tests of plug-ins: conformance checks, runs, strategies and samples.

`conformance` returns a test class with every check of a plug-in; `run` calls one contribution with
one portfolio; `documents`, `portfolios`, `values` and `json_values` are Hypothesis strategies.
`sendframe.testing.fixtures` has pytest fixtures.

The strategies and the fixtures need ``sendframe[testing]``; each name is imported when it is first
used, so that the others do not. `sendframe.model.Strategy` is a local area's strategy; Hypothesis
strategies are always used as ``st.`` or ``sendframe.testing.``.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sendframe.documents import extension_schema

    from ._conformance import CheckResult, check_plugin, conformance
    from ._portfolios import portfolios
    from ._run import run
    from ._sample_area import small_portfolio
    from ._sample_context import scoring_context
    from ._sample_report import empty_report, huge_report, small_report
    from ._sample_subject_context import subject_context
    from ._section_context import section_context
    from ._strategies import documents, json_values, values

__all__ = [
    "CheckResult",
    "check_plugin",
    "conformance",
    "documents",
    "empty_report",
    "extension_schema",
    "huge_report",
    "json_values",
    "portfolios",
    "run",
    "scoring_context",
    "section_context",
    "small_portfolio",
    "small_report",
    "subject_context",
    "values",
]

_MODULES = {
    "CheckResult": "sendframe.testing._conformance",
    "check_plugin": "sendframe.testing._conformance",
    "conformance": "sendframe.testing._conformance",
    "documents": "sendframe.testing._strategies",
    "empty_report": "sendframe.testing._sample_report",
    "extension_schema": "sendframe.documents",
    "huge_report": "sendframe.testing._sample_report",
    "json_values": "sendframe.testing._strategies",
    "portfolios": "sendframe.testing._portfolios",
    "run": "sendframe.testing._run",
    "scoring_context": "sendframe.testing._sample_context",
    "section_context": "sendframe.testing._section_context",
    "small_portfolio": "sendframe.testing._sample_area",
    "small_report": "sendframe.testing._sample_report",
    "subject_context": "sendframe.testing._sample_subject_context",
    "values": "sendframe.testing._strategies",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is first used."""
    if name in _MODULES:
        from importlib import import_module

        return getattr(import_module(_MODULES[name]), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
