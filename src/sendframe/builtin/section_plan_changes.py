"""Changes of plans.

What it shows
    For each plan that supersedes another one of the portfolio, the differences in meaning between
    the two, a sentence each. Changes for those who edit the documents are left out, and so is
    evidence that the report may not show.

When it is left out
    No plan supersedes another one of the portfolio.

Source
    `relations` of the strategies, and the comparison that `sendframe compare` makes.
"""

from sendframe.plugins import Bullets, Section, SectionKind, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import BuildContext, ProfileSection, plan_sentences


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return the differences between each plan and the plan it supersedes."""
    del options
    plans = {plan.id: plan for plan in context.plans}
    parts = []
    for new in context.plans:
        for relation in new.relations:
            old = plans.get(relation.strategy or "")
            if relation.kind == "supersedes" and old is not None and old is not new:
                title = _(
                    "{title}, after {title2}",
                    title=context.words(new.title),
                    title2=context.words(old.title),
                )
                sentences = Bullets(tuple(plan_sentences(context, old, new)))
                parts.append(Section(f"{section.id}-{new.id}-{old.id}", title, (sentences,)))
    return Section(section.id, context.words(section.title), (), tuple(parts)) if parts else None


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("plan-changes", "What became of superseded plans", __doc__ or "", build)]
