"""Reports that are made and not written, and how a notebook shows them."""

import re
from html import unescape
from pathlib import Path

import attrs
import pytest

from sendframe import make_reports, report
from sendframe.api._report_model import MadeReport
from sendframe.errors import InvalidDocument, PluginFailed, UnknownName
from sendframe.model import Evidence, EvidenceRegister, Portfolio
from sendframe.plugins import Catalogue
from tests.unit.conftest import text
from tests.unit.plugins.fake import install

RENDERER = """
    from sendframe.plugins import Renderer, hookimpl

    def render(model, options):
        raise ValueError("Ann, aged 9")

    @hookimpl.renderers
    def renderers():
        return [Renderer("kent.fails", "Fails", "Always fails.", render)]
"""


@pytest.fixture(scope="module")
def board(herefordshire: Portfolio) -> MadeReport:
    """Return the report of Herefordshire for a board."""
    (made,) = make_reports(herefordshire, ["board"])
    return made


def test_a_report_that_was_made_has_the_files_that_would_be_written(
    board: MadeReport, herefordshire: Portfolio, tmp_path: Path
) -> None:
    """Byte for byte, in each format; without a name of a format it is the page."""
    report(herefordshire, tmp_path, profiles=["board"], formats=["html", "markdown"])
    assert board.files()["board.html"] == (tmp_path / "board.html").read_bytes()
    assert board.files("markdown")["board.md"] == (tmp_path / "board.md").read_bytes()
    with pytest.raises(UnknownName, match="paper"):
        board.files("paper")


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(board: MadeReport) -> None:
    """The frame has a title, runs no program and holds the page; the ``repr`` is short."""
    shown = board._repr_html_()
    (page,) = re.findall(r'srcdoc="([^"]*)"', shown)
    assert unescape(page).encode("utf-8") == board.files()["board.html"]
    assert 'sandbox=""' in shown
    assert f'title="{board.model.title}, Herefordshire"' in shown
    assert repr(board) == repr(board.model)
    assert len(repr(board)) < 100


def test_profiles_are_a_list(herefordshire: Portfolio) -> None:
    """One text would be read as a list of letters."""
    with pytest.raises(TypeError, match=r"profiles are a list of ids, such as \['board'\]"):
        make_reports(herefordshire, "board")


def test_a_portfolio_made_in_python_is_validated_before(herefordshire: Portfolio) -> None:
    """As it is before it is evaluated or written."""
    evidence = Evidence(id="twice", kind="survey", title=text("Survey"))
    twice = EvidenceRegister(id="register", title=text("Register"), evidence=(evidence, evidence))
    with pytest.raises(InvalidDocument):
        make_reports(attrs.evolve(herefordshire, documents=(*herefordshire.documents, twice)))


def test_a_renderer_that_fails_is_named(
    herefordshire: Portfolio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an error where nothing else can be given; what the program said is not repeated."""
    points = "[sendframe.renderers]\nkent.fails = kent_fails\n"
    install(tmp_path, "sendframe-kent", "kent_fails", RENDERER, points)
    monkeypatch.syspath_prepend(str(tmp_path))
    own = Catalogue.discover(third_party=False)
    catalogue = Catalogue((*own.plugins, *Catalogue.discover([str(tmp_path)]).plugins))
    allowed = herefordshire.manifest.changed(
        plugins=(*(herefordshire.manifest.plugins or ()), "kent.fails")
    )
    portfolio = attrs.evolve(herefordshire, manifest=allowed)
    (made,) = make_reports(portfolio, ["annex"], catalogue=catalogue)
    with pytest.raises(ExceptionGroup) as raised:
        made.files("kent.fails")
    (failed,) = raised.value.exceptions
    assert isinstance(failed, PluginFailed)
    assert "Ann" not in str(failed)
