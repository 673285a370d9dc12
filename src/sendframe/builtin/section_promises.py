"""What we said we would do, and what became of it.

What it shows
    A row for each promise of the newest edition: what was promised; its state in a word and a
    shape, the same as in every report; what became of it; why it is not kept, and by when.

What it needs
    An edition of the self-evaluation with promises.

Where that is missing
    A promise that nobody wrote in the words of this report's readers is left out. A promise that is
    not kept, and has no reason in these words, says that the reason is missing.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Action,
    NoOptions,
    Promise,
    Question,
    Questions,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    MISSING,
    PROMISE_MARKS,
    BuildContext,
    ProfileSection,
    due_sentence,
    promise_mark,
    section_of,
    translated,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the rows, in the order of the states; None without any."""
    entries = context.edition.entries if context.edition else ()
    promises = [promise for entry in entries for promise in entry.promises]
    order = list(PROMISE_MARKS.values())
    marked = [(promise_mark(context, promise), promise) for promise in promises]
    ordered = sorted(
        ((mark, promise) for mark, promise in marked if mark is not None),
        key=lambda pair: order.index(pair[0]),
    )
    rows = tuple(
        Question(said, (Sentence(context.own_words(promise.became) or "", mark=translated(mark)),
                        *_further(context, promise, is_kept=mark == PROMISE_MARKS["kept"])),
                 picture=context.picture_of(promise.said))
        for mark, promise in ordered
        if (said := context.own_words(promise.said))
    )  # fmt: skip
    return section_of(context, section, (Questions(rows, numbered=False),) if rows else ())


def _further(context: BuildContext, promise: Promise, *, is_kept: bool) -> Iterator[Sentence]:
    """Yield why a promise is not kept, and by when it is to be."""
    if is_kept:
        return
    actions = [context.actions[id_] for id_ in promise.actions if id_ in context.actions]
    reasons = [context.own_words(promise.because), *(_reason(context, item) for item in actions)]
    because = next(filter(None, reasons), None)
    if because:
        yield Sentence(because, label=_("Why not?"))
    else:
        yield Sentence(_("why not. Nobody has written it for you yet."), label=_(MISSING))
    dates = [action.due for action in actions if action.due and action.due.is_dated]
    due = max(dates, key=lambda day: day.last_day) if dates else promise.due
    if due and promise.progress != "cannot":
        yield due_sentence(due, context.evaluation.as_at)


def _reason(context: BuildContext, action: Action) -> str | None:
    """Return why the date of an action was moved last, else why it stands where it does."""
    moved = context.own_words(action.due_history[-1].reason) if action.due_history else None
    return moved or context.own_words(action.delivery.reason if action.delivery else None)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("promises", "What we said we would do", __doc__ or "", build)]
