"""The reports of both examples, byte by byte as they were last looked at.

After a change that is meant, run ``python tests/golden/test_reports.py`` and look at the pages.
"""

import sys
from itertools import product
from pathlib import Path

import pytest

from sendframe.api import report_folder
from sendframe.documents._written_files import WRITTEN
from sendframe.plugins import Catalogue

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "data"
EXAMPLES = ("herefordshire", "wyeford")
PROFILES = ("annex", "board", "sef-update")
SUFFIXES = ("html", "md", "json")


def make(example: str, folder: Path) -> None:
    """Write the reports of an example with sendframe's own contributions alone."""
    report_folder(
        ROOT / "examples" / example,
        folder,
        profiles=PROFILES,
        catalogue=Catalogue.discover(third_party=False),
        overwrite=True,
    )


@pytest.fixture(scope="module", params=EXAMPLES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the reports of an example, which is named like it."""
    folder = tmp_path_factory.mktemp("reports") / request.param
    make(request.param, folder)
    return folder


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("profile", PROFILES)
def test_reports_are_as_last_looked_at(made: Path, profile: str, suffix: str) -> None:
    """Each report equals the golden file."""
    name = f"{profile}.{suffix}"
    assert (made / name).read_text("utf-8") == (GOLDEN / made.name / name).read_text("utf-8")


def test_every_page_says_what_it_is(made: Path) -> None:
    """Each form of each report says that it is no council's report, or that it is made up."""
    said = {
        "herefordshire": "Not a report by Herefordshire Council or its partners",
        "wyeford": "Wyeford does not exist.",
    }[made.name]
    for profile, suffix in product(PROFILES, SUFFIXES):
        page = (made / f"{profile}.{suffix}").read_text("utf-8").replace("\\", "")
        assert said in page


@pytest.mark.parametrize("profile", PROFILES)
def test_pages_are_small_and_load_nothing(made: Path, profile: str) -> None:
    """Each page is below 400 KB and holds everything it shows."""
    page = (made / f"{profile}.html").read_text("utf-8")
    assert len(page.encode()) < 400_000
    assert "<script" not in page
    assert "http:" not in page.replace("http://www.w3.org", "")


SHOWN = ["67.6%", "46.4%", "77.1%"]
SERIES = ["90.1%", "91.0%", "85.5%", "74.7%", "49.2%", "50.3%"]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("figure", [*SHOWN, *SERIES])
def test_the_published_figures_stand_in_the_report(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, figure: str
) -> None:
    """The 20-week rate of 2024 with England's, and both series, are all in the annex."""
    page = (GOLDEN / "herefordshire" / f"annex.{suffix}").read_text("utf-8")
    assert figure in page.replace("\\", "")
    assert tmp_path_factory


def test_the_update_of_the_real_area_judges_nothing() -> None:
    """Of the real area the update says what is known, and that nobody judged it."""
    page = (GOLDEN / "herefordshire" / "sef-update.md").read_text("utf-8").replace("\\", "")
    for word in ("worsening", "improving", "off target", "Working well", "Getting there"):
        assert word not in page


def test_page_one_of_the_real_area_says_what_got_worse() -> None:
    """Plans within 20 weeks with both counts and England's, and annual reviews with all theirs."""
    page = (GOLDEN / "herefordshire" / "board.md").read_text("utf-8").replace("\\", "")
    head = page.split("## All figures")[0]
    for fact in (
        "new EHC plans within 20 weeks fell from 77.1% to 67.6%",
        "225 of 333, after 222 of 288",
        "England fell too, from 50.3% to 46.4%",
        "219 of 865",
        "England: 44.4%",
        "17.5% with those outstanding",
    ):
        assert fact in head
    assert "ppeals" not in head


def test_what_is_not_public_is_not_said_to_be_missing() -> None:
    """Of the real area it is said what the documents used do not hold, and what that means."""
    page = (GOLDEN / "herefordshire" / "board.md").read_text("utf-8").replace("\\", "")
    assert "Actions and who leads on them, targets, judgements" in page
    assert "That it is not here does not mean that it does not exist." in page
    assert "None given" not in page
    assert "nobody" not in page


if __name__ == "__main__":
    for example in EXAMPLES:
        make(example, GOLDEN / example)
        (GOLDEN / example / WRITTEN).unlink()
        (GOLDEN / example / "shown.json").unlink()  # large, and tested by its rules
    sys.exit(0)
