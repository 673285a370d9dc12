"""Which question each finding belongs to.

What it shows
    The findings of each review, the newest first, with the questions that they were put to and the
    role that did so.

What it needs
    Findings that were put to a question.

Where that is missing
    The section is left out, and so is each finding that was put to none. Reports for the public
    leave out reviews that are not publishable, and the roles.
"""

from sendframe.plugins import (
    N_,
    Cell,
    NoOptions,
    Section,
    SectionKind,
    Sentence,
    Span,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    filled_table,
    newest_reviews,
    quotation,
    section_of,
)

_COLUMNS = (N_("Finding"), N_("Question"), N_("Put there by"))


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a table with a row for each finding; None without any."""
    rows: list[tuple[Cell, ...]] = []
    spans: list[Span] = []
    for review in newest_reviews(context):
        mapped = [finding for finding in review.findings if finding.criteria]
        if mapped:
            spans.append(Span(len(rows), Sentence(context.words(review.title))))
        for finding in mapped:
            questions = (context.names.get(item.criterion, "") for item in finding.criteria)
            roles = dict.fromkeys(item.mapped_by for item in finding.criteria)
            rows.append(
                (
                    Cell(quotation(review, context, finding.statement)),
                    Cell(more=tuple(Cell(words) for words in questions if words)),
                    Cell(more=tuple(map(Cell, () if context.profile.public else roles))),
                )
            )
    title = context.words(section.title)
    table = filled_table(
        title, tuple(map(_, _COLUMNS)), rows, spans=tuple(spans), hides_caption=True
    )
    return section_of(context, section, [table] if table else [])


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind("finding-criteria", "Which question each finding belongs to", __doc__ or "",
                    build)
    ]  # fmt: skip
