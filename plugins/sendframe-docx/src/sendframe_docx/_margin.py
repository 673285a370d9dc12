"""What every page says: handling mark, area and day, notice, fictional note and number."""

from collections.abc import Iterator

from sendframe.plugins import ReportModel
from sendframe.plugins.sections import day_name

from ._markup import Element, element, field, paragraph, run
from ._place import Place

__all__ = ["fill_margins", "notices"]


def fill_margins(model: ReportModel, place: Place) -> None:
    """Write header and footer of the pages."""
    section = place.document.sections[0]
    running = f"{model.area} · {day_name(model.as_at)}"
    mark = [run(_handling(model), bold=True), _tab()] if _handling(model) else [_tab()]
    top = [paragraph("Header", *mark, run(running))]
    numbers = (run("Page "), field("PAGE"), run(" of "), field("NUMPAGES"))
    texts = " ".join(_notes(model))
    foot = [paragraph("Footer", run(texts))] if texts else []
    foot.append(paragraph("Footer", *numbers, right=True))
    for part, paragraphs in ((section.header, top), (section.footer, foot)):
        part.is_linked_to_previous = False
        root = part.part.element
        for child in list(root):
            root.remove(child)
        root.extend(paragraphs)


def notices(model: ReportModel) -> Iterator[Element]:
    """Yield what every page says as paragraphs of the text, for those who do not see margins."""
    if _handling(model):
        yield paragraph("Notice", run(_handling(model), bold=True))
    if model.draft:
        yield paragraph("Notice", run("Settle this before you publish:"))
    for text in (*model.draft, *_notes(model)):
        yield paragraph("Notice", run(text))


def _notes(model: ReportModel) -> Iterator[str]:
    if model.notice:
        yield model.notice
    if model.fictional and f"{model.area} does not exist" not in model.notice:
        yield f"Fictional area: {model.area} does not exist, and its figures are made up."


def _handling(model: ReportModel) -> str:
    if model.handling_mark or model.public:
        return model.handling_mark
    return "Not for publication as it stands."


def _tab() -> Element:
    return element("w:r", element("w:tab"))
