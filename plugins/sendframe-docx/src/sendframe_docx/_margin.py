"""What every page says: handling mark, area and day, notice, fictional note and number."""

import re
from collections.abc import Iterator

from sendframe.plugins import ReportModel
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import day_name, fictional_note

from ._markup import Element, element, field, paragraph, run
from ._place import Place

__all__ = ["fill_margins", "notices"]


def fill_margins(model: ReportModel, place: Place) -> None:
    """Write header and footer of the pages."""
    section = place.document.sections[0]
    running = f"{model.area} · {day_name(model.as_at)}"
    mark = [run(_handling(model), bold=True), _tab()] if _handling(model) else [_tab()]
    top = [paragraph("Header", *mark, run(running))]
    numbers = _page_number()
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
        yield paragraph("Notice", run(_("Settle this before you publish:")))
    for text in (*model.draft, *_notes(model)):
        yield paragraph("Notice", run(text))


def _notes(model: ReportModel) -> Iterator[str]:
    if model.notice:
        yield model.notice
    if model.fictional and f"{model.area} does not exist" not in model.notice:
        yield fictional_note(model.area)


def _handling(model: ReportModel) -> str:
    if model.handling_mark or model.public:
        return model.handling_mark
    return _("Not for publication as it stands.")


def _page_number() -> tuple[Element, ...]:
    """Return number of the page and of all pages, in the order of words of the language."""
    words = _("Page {number} of {total}", number="\0", total="\1")
    fields = {"\0": "PAGE", "\1": "NUMPAGES"}
    parts = (part for part in re.split("([\0\1])", words) if part)
    return tuple(field(fields[part]) if part in fields else run(part) for part in parts)


def _tab() -> Element:
    return element("w:r", element("w:tab"))
