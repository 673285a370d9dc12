"""Method.

What it shows
    The disclosure policy and how many figures it hides, how numbers are rounded, the plug-in that
    the profile comes from, the programs with their versions, and the input files with their hashes.

When it is left out
    Never.

Source
    The evaluation, which names its makers and its inputs.
"""

from sendframe.plugins import (
    Block,
    Cell,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    Table,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import NOTHING, BuildContext, ProfileSection


def build(context: BuildContext, section: ProfileSection, options: object) -> Section:
    """Return the disclosure policy, the programs and the input files of the report."""
    del options
    evaluation = context.evaluation
    makers = tuple(
        (Cell(maker.name), Cell(maker.version), Cell(", ".join(maker.provides) or NOTHING))
        for maker in evaluation.makers
    )
    inputs = tuple(
        (Cell(file.path), Cell(file.sha256), Cell(file.form)) for file in evaluation.inputs
    )
    blocks: list[Block] = [
        Paragraph(tuple(Sentence(text) for text in _sentences(context))),
        Table(
            _("Made by"),
            (_("Program"), _("Version"), _("Indicators, rules, checks and sections")),
            makers,
        ),
    ]
    if inputs:
        note = _(
            "rfc8785: the canonical form of a JSON document. raw: the bytes of the file. "
            "shown: the figures of the file that are shown."
        )
        blocks.append(Table(_("Made from"), (_("File"), _("SHA-256"), _("Of")), inputs, note))
    return Section(section.id, context.words(section.title), tuple(blocks))


def _sentences(context: BuildContext) -> list[str]:
    policy, hidden = context.disclosed.policy, context.disclosed.hidden
    sentences = [
        _("Disclosure policy '{id}': {title}", id=policy.id, title=_(policy.title)),
        _(
            "Figures hidden, of this area and of those it is compared with: {number}.",
            number=len(hidden),
        ),
        _("Figures are unrounded until they are printed, then rounded once, half up."),
        _("Each sentence and figure names the facts it rests on in the file itself."),
    ]
    if context.made_by:
        sentences.append(
            _(
                "Kind of report: '{id}' of {made_by}.",
                id=context.profile.id,
                made_by=context.made_by,
            )
        )
    return sentences


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("method", "How the report was made", __doc__ or "", build)]
