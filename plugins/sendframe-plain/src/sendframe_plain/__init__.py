"""Reports as plain text, in UTF-8: headings and sentences, nothing else.

It is meant for e-mails. Tables, lists, callouts and charts are left out: read them in another form.
"""

from collections.abc import Iterator

from sendframe.plugins import Paragraph, RenderedFile, Renderer, ReportModel, Section, hookimpl


def _lines(section: Section) -> Iterator[str]:
    yield f"\n{section.title}\n{'-' * len(section.title)}"
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield " ".join(sentence.text for sentence in block.sentences)
    for inner in section.sections:
        yield from _lines(inner)


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:
    """Return the report as one text file in UTF-8."""
    del options
    head = [model.title, model.subtitle, model.notice]
    body = [line for section in model.sections for line in _lines(section)]
    text = "\n".join([*filter(None, head), *body]) + "\n"
    return (RenderedFile(f"{model.profile}.txt", "text/plain", text.encode()),)


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("plain.text", "Plain text", __doc__ or "", render)]
