"""Plain words for a figure that has changed.

What it checks
    Each variant of a text that names in `simplifies` the facts it puts in simple words: whether the
    fact is still there, whether it still has the value it had when the words were written, and
    whether a figure of a newer period is known. What people said is left out: nobody may word it
    anew, and it is not repeated here.

Why it matters
    "34 out of 100 of you wait" stays on the page when it has become 28, or 41. Children and young
    people are then told something that is not true any more, or are not told bad news. So nothing is
    removed in silence: somebody reads the words again.

Example:
    Words for young people simplify `indicator/waits/2025-09` with the value "34.0%". The figure of
    December is 28.4%.

How to put it right
    Write the words anew with young people, and put the fact and its value of that day into
    `simplifies`; or name the newer fact, if the words still hold.

Source
    Children and Families Act 2014, section 19: children and young people are given the information
    they need to take part in decisions.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl, stale_facts
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each variant with a fact that has changed."""
    figures = context.figures
    for written in context.written_texts:
        for variant in written.text.variants.values():
            for fact, problem in stale_facts(variant, figures):
                yield context.diagnostic(
                    _(
                        "“{text}” simplifies a figure that has changed: {problem}",
                        text=variant.text,
                        problem=problem,
                    ),
                    at=variant,
                    facts=(fact,) if fact in figures else (),
                    help="Write the words anew with their readers, and name the newer figure.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR601", "Plain words for a figure that has changed", __doc__ or "", run)]
