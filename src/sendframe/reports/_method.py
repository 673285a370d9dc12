"""The sections about the report itself: what was not scored, its sources, and its method."""

from sendframe.model import ProfileSection, day_name

from ._context import BuildContext
from ._phrase import NOTHING
from ._report_model import Block, Bullets, Cell, Paragraph, Section, Sentence, Table

__all__ = ["method", "not_scored", "plugin_problems", "sources"]


def not_scored(context: BuildContext, section: ProfileSection) -> Section:
    """Return every rule that refused to score, every indicator without figures, and plug-in problems."""
    rows = [
        (Cell(result.title), Cell(refusal.rule), Cell(refusal.reason, refusal.facts))
        for result in context.evaluation.indicators
        for refusal in result.refusals
    ]
    rows += [
        (
            Cell(f"{subject.label.capitalize()}. {subject.title}"),
            Cell(refusal.rule),
            Cell(refusal.reason),
        )
        for subject in context.evaluation.subjects
        for refusal in subject.refusals
    ]
    blocks: list[Block] = []
    if rows:
        table = Table("Rules that did not score", ("About", "Rule", "Why not"), tuple(rows))
        blocks.append(table)
    without_figures = tuple(
        Sentence(f"No figure for {result.title}: not scored.")
        for result in context.evaluation.indicators
        if result.latest is None and not result.breakdowns
    )
    if without_figures:
        blocks.append(Bullets(without_figures))
    blocks += plugin_problems(context)
    if not blocks:
        blocks.append(Paragraph((Sentence("Every rule that was chosen has scored."),)))
    return Section(section.id, str(section.title), tuple(blocks))


def plugin_problems(context: BuildContext) -> list[Block]:
    """Return the failures of plug-ins and what is missing of them, as a list where there are any."""
    failed = [
        f"Not scored: plug-in '{failure.plugin}' ({failure.distribution} {failure.version}) failed"
        f"{f' in {failure.contribution}' if failure.contribution else ''}"
        f"{f' [{failure.origin}]' if failure.origin else ''}: {failure.error_type}. "
        "Everything else ran."
        for failure in context.evaluation.failures
    ]
    missing = [f"Not here: {text[:1].lower()}{text[1:]}" for text in context.evaluation.missing]
    problems = tuple(Sentence(text) for text in (*failed, *missing))
    return [Bullets(problems)] if problems else []


def sources(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return the releases of the figures and the documents that the portfolio was made from."""
    used = {
        point.release
        for result in context.evaluation.indicators
        for point in result.points
        if point.release
    }
    releases = context.portfolio.observations.releases
    rows = tuple(
        (
            Cell(release.title),
            Cell(release.publisher),
            Cell(day_name(release.published_on) if release.published_on else "not stated"),
            Cell(release.licence or NOTHING),
            Cell(release.note or NOTHING),
        )
        for id_, release in releases.items()
        if id_ in used
    )
    documents = [
        (Cell(source.title), Cell(source.publisher or NOTHING), Cell(source.licence or NOTHING))
        for document in (context.portfolio.manifest, *context.portfolio.documents)
        for source in document.sources
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
    """Return the disclosure policy, the programs and the input files of the report."""
    evaluation, policy = context.evaluation, context.disclosed.policy
    sentences = [
        Sentence(f"Disclosure policy '{policy.id}': {policy.title}"),
        Sentence(
            "Figures hidden, of this area and of those it is compared with: "
            f"{len(context.disclosed.hidden)}."
        ),
        Sentence("Figures are unrounded until they are printed, then rounded once, half up."),
        Sentence("Each sentence and figure names the facts it rests on in the file itself."),
    ]
    if context.made_by:
        sentences.append(Sentence(f"Kind of report: '{context.profile.id}' of {context.made_by}."))
    makers = tuple(
        (Cell(maker.name), Cell(maker.version), Cell(", ".join(maker.provides) or NOTHING))
        for maker in evaluation.makers
    )
    inputs = tuple(
        (Cell(file.path), Cell(file.sha256), Cell(file.form)) for file in evaluation.inputs
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
