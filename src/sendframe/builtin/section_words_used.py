"""Words that need explaining, and what they mean.

What it shows
    The words of the glossaries and of the plans in force, with what they mean in the words of this
    report's readers.

What it needs
    Terms whose meaning is written for these readers; all terms, where no text is written for them.

Where that is missing
    The section is left out.
"""

from sendframe.plugins import (
    Bullets,
    Glossary,
    NoOptions,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
)
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    ended,
    plans_in_force,
    section_of,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return each word once, with its meaning; None without any."""
    terms = [term for plan in plans_in_force(context) for term in plan.glossary]
    terms += [term for glossary in context.portfolio.of(Glossary) for term in glossary.terms]
    meanings: dict[str, str] = {}
    for term in terms:
        meaning = context.own_words(term.meaning)
        if meaning is None and not context.has_own_words:
            meaning = context.words(term.meaning)
        if meaning:
            meanings.setdefault(term.term, meaning)
    items = tuple(Sentence(ended(meaning), label=f"{term}:") for term, meaning in meanings.items())
    return section_of(context, section, (Bullets(items),) if items else ())


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("words-used", "Words we used", __doc__ or "", build)]
