"""The hooks: one for each kind of behaviour that a plug-in may bring.

A hook takes no arguments and returns an iterable of frozen records. A plug-in declares each
hook it implements as an entry point of the group named here; the entry point's name is the id
it gives, or the first part of all of them.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar, final

import pluggy

from sendframe.checks import Check
from sendframe.scoring import ScoringRule

from ._renderer import Renderer

__all__ = ["DATA_GROUP", "GROUPS", "PROJECT", "HookSpecs", "hookimpl"]

PROJECT: Final = "sendframe"
DATA_GROUP: Final = "sendframe.data"
"""Entry points of this group name a package of data documents; it is never imported."""

_spec = pluggy.HookspecMarker(PROJECT)
_impl = pluggy.HookimplMarker(PROJECT)
F = TypeVar("F", bound=Callable[[], Iterable[Any]])


class HookSpecs:
    """What a plug-in may implement. Each function returns records, in any order."""

    @staticmethod
    @_spec
    def sendframe_scoring_rules() -> Iterable[ScoringRule]:
        """Return scoring rules (entry-point group ``sendframe.scoring_rules``).

        Examples:
            ```python
            from sendframe.plugins import ScoringRule, hookimpl

            def score(context):
                if context.latest is None or context.latest.value is None:
                    return context.refuse("There is no figure.")
                return context.score(
                    band="seen", label="seen", tone="neutral",
                    statement="There is a figure.", formula="figure is there", source="example",
                )

            @hookimpl.scoring_rules
            def rules():
                return [ScoringRule("kent.seen", "A figure is there", "Says so.", score)]
            ```
        """
        return ()

    @staticmethod
    @_spec
    def sendframe_checks() -> Iterable[Check]:
        """Return checks (entry-point group ``sendframe.checks``).

        Examples:
            ```python
            from sendframe.plugins import Check, hookimpl

            def run(context):
                for priority in context.priorities:
                    if not priority.leads:
                        yield context.found(f"nobody leads {priority.id}", at=priority)

            @hookimpl.checks
            def checks():
                return [Check("KEN.001", "Priority without a lead", "Says so.", run)]
            ```
        """
        return ()

    @staticmethod
    @_spec
    def sendframe_renderers() -> Iterable[Renderer]:
        """Return renderers (entry-point group ``sendframe.renderers``).

        Examples:
            ```python
            from sendframe.plugins import RenderedFile, Renderer, hookimpl

            def render(model, options):
                return (RenderedFile("title.txt", "text/plain", model.title.encode()),)

            @hookimpl.renderers
            def renderers():
                return [Renderer("kent.title", "The title alone", "Writes the title.", render)]
            ```
        """
        return ()


GROUPS: Final = {
    "sendframe_checks": "sendframe.checks",
    "sendframe_renderers": "sendframe.renderers",
    "sendframe_scoring_rules": "sendframe.scoring_rules",
}
"""The entry-point group of each hook."""


@final
class hookimpl:  # noqa: N801  # the name pluggy's readers know
    """Marks the implementation of a hook, with its type: ``@hookimpl.checks``.

    A misspelt hook is an error for type checkers and at import; a wrong return type is one for
    type checkers.
    """

    @staticmethod
    def scoring_rules(
        function: Callable[[], Iterable[ScoringRule]],
    ) -> Callable[[], Iterable[ScoringRule]]:
        """Mark a function that returns scoring rules."""
        return _mark(function, "sendframe_scoring_rules")

    @staticmethod
    def checks(function: Callable[[], Iterable[Check]]) -> Callable[[], Iterable[Check]]:
        """Mark a function that returns checks."""
        return _mark(function, "sendframe_checks")

    @staticmethod
    def renderers(function: Callable[[], Iterable[Renderer]]) -> Callable[[], Iterable[Renderer]]:
        """Mark a function that returns renderers."""
        return _mark(function, "sendframe_renderers")


def _mark(function: F, hook: str) -> F:
    return _impl(specname=hook)(function)
