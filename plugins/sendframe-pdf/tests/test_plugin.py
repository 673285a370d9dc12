"""The plug-in as it is installed."""

from sendframe.plugins import Catalogue, ReportModel
from sendframe.testing import conformance

TestPlugin = conformance("pdf")


def test_it_is_found_and_renders_one_file(every_block: ReportModel) -> None:
    """The installed plug-in is found by its entry point and makes one PDF, named by the profile."""
    provided = Catalogue.discover().renderers["pdf.tagged"]
    (file,) = provided.record.render(every_block, provided.record.options())
    assert provided.distribution == "sendframe-pdf"
    assert (file.name, file.media_type) == ("board.pdf", "application/pdf")
    assert file.data.startswith(b"%PDF-1.7")
