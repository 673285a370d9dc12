"""DifferenceMade without evidence.

What it checks
    Whether an entry of a self-evaluation that states a difference has evidence: it names some, or a
    piece of evidence supports or contradicts its criterion. Editions that a later one names as `previous` are
    skipped. One diagnostic for each edition counts the entries.

    Whether the evidence shows that difference is not checked.

Why it matters
    "The difference it made" is the sentence that families read first and trust least. It needs
    to be the one that can be shown.

Example:
    "Families feel more confident", with an empty list of evidence.

How to put it right
    Name the evidence in the entry, or take the sentence out until there is some.

Source
    Herefordshire's description of its self-evaluation updates: what is working well, what is
    changing, and how we know. Area SEND inspection of Plymouth: leaders "have not identified how
    they will evaluate the impact".
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl, ngettext, quoted_ids


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each newest edition with differences that nothing shows."""
    earlier = {edition.previous for edition in context.editions}
    for edition in context.editions:
        if edition.id in earlier:
            continue
        missing = []
        for entry in edition.entries:
            subject = context.subject(entry.criterion)
            has_evidence = subject is not None and bool(
                subject.evidence.supports or subject.evidence.contradicts
            )
            states_one = any(difference.text for difference in entry.difference)
            if states_one and not entry.evidence and not has_evidence:
                missing.append(entry)
        if missing:
            yield context.diagnostic(
                ngettext(
                    "one entry states a difference without evidence in {edition}: {names}",
                    "{number} entries state a difference without evidence in {edition}: {names}",
                    len(missing),
                    edition=edition.edition,
                    names=quoted_ids(entry.id for entry in missing),
                ),
                at=missing[0],
                about=edition.id,
                help="Name the evidence, or take the sentence out until there is some.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR819",
            "DifferenceMade without evidence",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
