"""What could not be scored, where figures come from, and how the report was made."""

from sendframe.model import ProfileSection

from ._context import NOTHING, BuildContext, day
from ._model import Block, Bullets, Cell, Paragraph, Section, Sentence, Table

__all__ = ["method", "not_scored", "plug_in_faults", "sources"]


def not_scored(context: BuildContext, section: ProfileSection) -> Section:
    """Return everything that was not scored, and why. Nothing is skipped in silence."""
    rows = [
        (Cell(result.title), Cell(each.rule), Cell(each.reason, each.facts))
        for result in context.evaluation.indicators
        for each in result.refusals
    ]
    rows += [
        (Cell(f"{known.label.capitalize()}. {known.title}"), Cell(each.rule), Cell(each.reason))
        for known in context.evaluation.subjects
        for each in known.refusals
    ]
    blocks: list[Block] = []
    if rows:
        table = Table("Rules that did not score", ("About", "Rule", "Why not"), tuple(rows))
        blocks.append(table)
    empty = [
        each.title
        for each in context.evaluation.indicators
        if each.latest is None and not each.breakdowns
    ]
    if empty:
        blocks.append(
            Bullets(tuple(Sentence(f"No figure for {title}: not scored.") for title in empty))
        )
    blocks += plug_in_faults(context)
    if not blocks:
        blocks.append(Paragraph((Sentence("Every rule that was chosen has scored."),)))
    return Section(section.id, str(section.title), tuple(blocks))


def plug_in_faults(context: BuildContext) -> list[Block]:
    """Return what plug-ins failed to do, and what is missing of them; nothing where all is well."""
    failed = [
        f"Not scored: plug-in '{each.plugin}' ({each.distribution} {each.version}) failed"
        f"{f' in {each.contribution}' if each.contribution else ''}"
        f"{f' [{each.origin}]' if each.origin else ''}: {each.error_type}. Everything else ran."
        for each in context.evaluation.failures
    ]
    missing = [f"Not here: {each[:1].lower()}{each[1:]}" for each in context.evaluation.missing]
    told = (*failed, *missing)
    return [Bullets(tuple(Sentence(each) for each in told))] if told else []


def sources(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return the publications the figures were taken from."""
    used = {
        each.release
        for result in context.evaluation.indicators
        for each in result.points
        if each.release
    }
    releases = context.portfolio.observations.releases
    rows = tuple(
        (
            Cell(each.title),
            Cell(each.publisher),
            Cell(day(each.published_on) if each.published_on else "not stated"),
            Cell(each.licence or NOTHING),
            Cell(each.note or NOTHING),
        )
        for id_, each in releases.items()
        if id_ in used
    )
    documents = [
        (Cell(each.title), Cell(each.publisher or NOTHING), Cell(each.licence or NOTHING))
        for document in (context.portfolio.manifest, *context.portfolio.documents)
        for each in document.sources
    ]
    unique = tuple(dict.fromkeys(documents))
    blocks: list[Block] = []
    if rows:
        columns = ("Release", "Publisher", "Published", "Licence", "Note")
        blocks.append(Table("Where the figures come from", columns, rows))
    if unique:
        headings = ("Document", "Publisher", "Licence")
        blocks.append(Table("What else this was made from", headings, unique))
    return Section(section.id, str(section.title), tuple(blocks)) if blocks else None


def method(context: BuildContext, section: ProfileSection) -> Section:
    """Return which programs made the report, from which files, under which policy."""
    evaluation, policy = context.evaluation, context.disclosed.policy
    sentences = [
        Sentence(f"Disclosure policy '{policy.id}': {policy.title}"),
        Sentence(f"Figures hidden: {len(context.disclosed.hidden)}."),
        Sentence("Figures are unrounded until they are printed, then rounded once, half up."),
        Sentence("Each sentence and figure names the facts it rests on in the file itself."),
    ]
    if context.made_by:
        sentences.append(Sentence(f"Kind of report: '{context.profile.id}' of {context.made_by}."))
    makers = tuple(
        (Cell(each.name), Cell(each.version), Cell(", ".join(each.provides) or NOTHING))
        for each in evaluation.makers
    )
    inputs = tuple(
        (Cell(each.path), Cell(each.sha256), Cell(each.form)) for each in evaluation.inputs
    )
    blocks: list[Block] = [
        Paragraph(tuple(sentences)),
        Table("Made by", ("Program", "Version", "Indicators, rules and checks"), makers),
    ]
    if inputs:
        note = "rfc8785: the canonical form of a JSON document. raw: the bytes of the file."
        columns = ("File", "SHA-256", "Of")
        blocks.append(Table("Made from", columns, inputs, note))
    return Section(section.id, str(section.title), tuple(blocks))
