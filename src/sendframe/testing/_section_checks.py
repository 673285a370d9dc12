"""Conformance checks of kinds of report sections: ids, facts and plain text."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from sendframe.reports import BuildContext, Section, section_problem

from ._contribution_run import Call, CallResult, counted
from ._plugin_under_test import PluginUnderTest
from ._test_call import call_results

__all__ = ["sections_are_sound"]

_ESCAPED = ("&lt;script", "&amp;amp;", "\\<script")


@counted
def sections_are_sound(under_test: PluginUnderTest) -> Iterator[tuple[Call, str]]:
    """A section has ids of its own, rests on facts that exist, and leaves escaping to renderers."""
    for result in call_results(under_test):
        if result.call.contribution.hook == "sendframe_sections" and _is_section(result.returned):
            for problem in _problems(result):
                yield result.call, problem


def _is_section(returned: Any) -> bool:
    """Say whether something is a section; another check reports what is none."""
    return returned is not None and section_problem(returned) is None


def _problems(result: CallResult) -> Iterator[str]:
    context: BuildContext = result.call.given[0]
    parts = list(_parts(result.returned))
    ids = [part.id for part in parts if isinstance(part, Section)]
    first, *others = ids
    for id_, count in Counter(ids).items():
        if count > 1:
            yield f"{count} of its sections have the id '{id_}': make each id its own"
    foreign = [id_ for id_ in others if not id_.startswith(first)]
    if foreign:
        yield f"the section '{foreign[0]}' is not named after '{first}': begin with `section.id`"
    known = {fact.id for fact in context.evaluation.facts}
    facts = (fact for part in parts for fact in getattr(part, "facts", ()))
    unknown = sorted({fact for fact in facts if fact not in known})
    if unknown:
        yield f"it names the fact '{unknown[0]}', which the evaluation does not have"
    if any(mark in text for text in _texts(parts) for mark in _ESCAPED):
        yield "it escapes text: return it as it is, since each renderer escapes it its own way"


def _parts(value: Any) -> Iterator[Any]:
    """Yield the parts of a section, itself first."""
    if isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from _parts(getattr(value, field.name))


def _texts(parts: list[Any]) -> Iterator[str]:
    """Yield the texts of some parts."""
    for part in parts:
        for field in attrs.fields(type(part)):
            text = getattr(part, field.name)
            if isinstance(text, str):
                yield text
