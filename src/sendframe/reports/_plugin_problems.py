"""The failures of plug-ins, and what is missing of them, as every report lists them."""

from ._context import BuildContext
from ._report_model import Block, Bullets, Sentence

__all__ = ["plugin_problems"]


def plugin_problems(context: BuildContext) -> list[Block]:
    """Return the failures of plug-ins and what is missing of them, as a list where there are any."""
    failed = [
        f"Not scored: plug-in '{failure.plugin}' ({failure.distribution} {failure.version}) failed"
        f"{f' in {failure.contribution}' if failure.contribution else ''}"
        f"{f' [{failure.origin}]' if failure.origin else ''}: {failure.error_type}. "
        "Everything else ran."
        for failure in context.evaluation.failures
    ]
    missing = [f"Not here: {text[:1].lower()}{text[1:]}" for text in context.evaluation.missing]
    problems = tuple(Sentence(text) for text in (*failed, *missing))
    return [Bullets(problems)] if problems else []
