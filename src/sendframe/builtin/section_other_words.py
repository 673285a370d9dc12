"""The same in other words.

What it shows
    Of each document the texts that somebody wrote in other words for other readers, such as young
    people, side by side, with the readers it was tried with.

What it needs
    Texts with other words.

Where that is missing
    The section is left out. What people said, and what was answered to them, is left out too: they
    agreed to certain reports only. Reports for the public do not have this section, since they have
    one kind of words.
"""

from sendframe.plugins import (
    Cell,
    Evidence,
    EvidenceRegister,
    NoOptions,
    Section,
    SectionKind,
    Sentence,
    Span,
    Text,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    filled_table,
    joined,
    own_documents,
    section_of,
    words_of_code,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a table of texts with other words; None without any, and in a public report."""
    if context.profile.public:
        return None
    own = {document.id: document.title for document in own_documents(context)}
    texts: dict[str, dict[Text, None]] = {}
    for document, owner, text in context.portfolio.owned_texts():
        # Voices, replies and comments: people agreed to certain reports only.
        is_of_people = isinstance(document, EvidenceRegister) and not isinstance(
            owner, (Evidence, EvidenceRegister)
        )
        if text.variants and document.id in own and not is_of_people:
            texts.setdefault(document.id, {})[text] = None
    rows: list[tuple[Cell, ...]] = []
    spans: list[Span] = []
    for id_, members in texts.items():
        spans.append(Span(len(rows), Sentence(str(own[id_]))))
        rows += [(Cell(text.default), Cell(more=_variants(text))) for text in members]
    columns = (_("In the document"), _("In other words"))
    title = context.words(section.title)
    table = filled_table(title, columns, rows, spans=tuple(spans), hides_caption=True)
    return section_of(context, section, [table] if table else [])


def _variants(text: Text) -> tuple[Cell, ...]:
    """Return the other words, each once, with whom they are for and who tried them."""
    by_words: dict[str, dict[str, list[str]]] = {}
    for name, variant in text.variants.items():
        readers = joined(dict.fromkeys(check.readers for check in variant.checks))
        whom = by_words.setdefault(variant.text, {})
        whom.setdefault(
            _(", tried with: {readers}", readers=readers) if readers else "", []
        ).append(name)
    return tuple(
        Cell(
            words,
            note="; ".join(
                f"{joined(map(words_of_code, names))}{tried}" for tried, names in whom.items()
            ),
        )
        for words, whom in by_words.items()
    )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("other-words", "The same in other words", __doc__ or "", build)]
