"""The plug-in as it is installed."""

from sendframe.plugins import Catalogue, ReportModel
from sendframe.testing import conformance

TestPlugin = conformance("docx")


def test_it_is_found_and_renders_one_file(every_block: ReportModel) -> None:
    """The installed plug-in is found by its entry point and makes one file, named by the profile."""
    provided = Catalogue.discover().renderers["docx.word"]
    (file,) = provided.record.render(every_block, provided.record.options())
    assert provided.distribution == "sendframe-docx"
    assert file.name == "board.docx"
    assert file.media_type.endswith("wordprocessingml.document")
    assert file.data.startswith(b"PK")
