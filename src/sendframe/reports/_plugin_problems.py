"""The failures of plug-ins, and what is missing of them, as every report lists them."""

from sendframe.language import gettext as _
from sendframe.model import FailureNote

from ._context import BuildContext
from ._report_model import Block, Bullets, Sentence

__all__ = ["plugin_problems"]


def plugin_problems(context: BuildContext) -> list[Block]:
    """Return the failures of plug-ins and what is missing of them, as a list where there are any."""
    failed = [
        _(
            "Not scored: {failure}: {error}. Everything else ran.",
            failure=_failure_text(failure),
            error=failure.error_type,
        )
        for failure in context.evaluation.failures
    ]
    missing = [
        _("Not here: {missing}", missing=text[:1].lower() + text[1:])
        for text in context.evaluation.missing
    ]
    problems = tuple(Sentence(text) for text in (*failed, *missing))
    return [Bullets(problems)] if problems else []


def _failure_text(failure: FailureNote) -> str:
    """Return which plug-in failed, and where."""
    maker = f"{failure.distribution} {failure.version}"
    text = _("plug-in '{plugin}' ({maker}) failed", plugin=failure.plugin, maker=maker)
    if failure.contribution:
        text = _(
            "plug-in '{plugin}' ({maker}) failed in {contribution}",
            plugin=failure.plugin,
            maker=maker,
            contribution=failure.contribution,
        )
    return f"{text} [{failure.origin}]" if failure.origin else text
