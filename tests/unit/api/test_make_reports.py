"""Reports that are made and not written, and how a notebook shows them."""

import re
import sys
from html import unescape
from io import BytesIO
from pathlib import Path

import attrs
import pytest
from babel.messages.pofile import read_po

from sendframe import make_reports, report
from sendframe.api._report_model import MadeReport
from sendframe.errors import InvalidDocument, PluginFailed, UnknownName
from sendframe.model import Evidence, EvidenceRegister, Portfolio
from sendframe.plugins import Catalogue
from tests.catalogues import made_up
from tests.unit.conftest import text
from tests.unit.plugins.fake import install
from tests.unit.plugins.test_languages import bring

ROOT = Path(__file__).parents[3]

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


def test_a_report_is_in_the_language_of_a_catalogue(
    wyeford: Portfolio, site: Path, tmp_path: Path
) -> None:
    """What authors did not write is translated, made or written; tag and direction are set."""
    template = (ROOT / "src" / "sendframe_data" / "locale" / "sendframe.pot").read_bytes()
    bring(site, "kent", "ar-XB", made_up(read_po(BytesIO(template))))
    catalogue = Catalogue.discover([*sys.path, str(site)])
    area = attrs.evolve(wyeford, manifest=wyeford.manifest.changed(plugins=("kent",)))
    (made,) = make_reports(area, ["families"], language="ar-XB", catalogue=catalogue)
    page = made.files()["families.html"].decode()
    assert '<html lang="ar-XB" dir="rtl">' in page
    assert "\u27e6Skip to the report\u05d0\u05d1\u27e7" in page
    report(
        area,
        tmp_path,
        profiles=["families"],
        formats=["html"],
        language="ar-XB",
        catalogue=catalogue,
    )
    assert (tmp_path / "families.html").read_text("utf-8") == page
    (again,) = make_reports(wyeford, ["families"])
    assert "\u27e6" not in again.files()["families.html"].decode()


def test_an_unknown_language_is_refused_before_anything_is_written(
    wyeford: Portfolio, tmp_path: Path
) -> None:
    """The error lists the languages that there are."""
    with pytest.raises(UnknownName, match="no language is called 'pl'; there are: en-GB"):
        report(wyeford, tmp_path / "out", language="pl")
    assert not (tmp_path / "out").exists()
