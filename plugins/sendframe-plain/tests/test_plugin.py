"""The plug-in as it is installed."""

from datetime import date

from sendframe.plugins import Catalogue, Paragraph, ReportModel, Section, Sentence
from sendframe.testing import conformance

TestPlugin = conformance("plain")


def test_it_is_found_and_renders_sentences() -> None:
    """The installed plug-in is found by its entry point and prints headings and sentences."""
    model = ReportModel(
        profile="board",
        title="Wyeford: report",
        subtitle="As at 31 January 2026",
        area="Wyeford",
        as_at=date(2026, 1, 31),
        sections=(Section("one", "First", (Paragraph((Sentence("It rained."),)),)),),
    )
    provided = Catalogue.discover().renderers["plain.text"]
    (file,) = provided.record.render(model, provided.record.options())
    assert provided.distribution == "sendframe-plain"
    assert file.name == "board.txt"
    assert file.data.decode() == (
        "Wyeford: report\nAs at 31 January 2026\n\nFirst\n-----\nIt rained.\n"
    )
