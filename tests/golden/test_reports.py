"""The reports of both examples, byte by byte as they were last looked at.

After a change that is meant, run ``python tests/golden/test_reports.py`` and look at the pages.
"""

import sys
from itertools import product
from pathlib import Path

import pytest

from sendframe.api import report_folder
from sendframe.plugins import Catalogue

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "data"
EXAMPLES = ("herefordshire", "wyeford")
PROFILES = ("board", "sef-update")
SUFFIXES = ("html", "md", "json")


def make(example: str, folder: Path) -> None:
    """Write the reports of an example with sendframe's own contributions alone."""
    report_folder(
        ROOT / "examples" / example,
        folder,
        profiles=PROFILES,
        catalogue=Catalogue.discover(third_party=False),
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
    """Each page is below 320 KB and holds everything it shows."""
    page = (made / f"{profile}.html").read_text("utf-8")
    assert len(page.encode()) < 320_000
    assert "<script" not in page
    assert "http:" not in page.replace("http://www.w3.org", "")


SHOWN = ["67.6%", "225 of 333", "46.4%", "49.9%", "plain mean of 10 of 10 areas"]
SERIES = ["90.1%", "91.0%", "85.5%", "74.7%", "77.1%"]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("figure", [*SHOWN, *SERIES])
def test_the_published_figures_stand_in_the_report(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, figure: str
) -> None:
    """The 20-week rate of 2024, its counts, its benchmarks and its series are all there."""
    page = (GOLDEN / "herefordshire" / f"board.{suffix}").read_text("utf-8")
    assert figure in page.replace("\\", "")
    assert tmp_path_factory


def test_the_update_of_the_real_area_judges_nothing() -> None:
    """Of the real area the update says what is known, and that judgements are not public."""
    page = (GOLDEN / "herefordshire" / "sef-update.md").read_text("utf-8").replace("\\", "")
    assert page.count("Judgement: not in the public documents used.") == 5
    assert "67.6% (225 of 333), 2024" in page
    assert "New EHC plans issued after 20 weeks | 108 plans, 2024 | +42" in page
    for word in ("worsening", "improving", "better than", "worse than", "off target"):
        assert word not in page


def test_no_band_is_a_headline_about_a_real_area() -> None:
    """What rules say of the real area stands neither at a glance nor among the exceptions."""
    page = (GOLDEN / "herefordshire" / "board.md").read_text("utf-8")
    head = page.split("## All indicators")[0]
    for word in ("worsening", "improving", "better than", "worse than", "off target"):
        assert word not in head


def test_what_is_not_public_is_not_said_to_be_missing() -> None:
    """Of the real area it is said what is not in the public documents used."""
    page = (GOLDEN / "herefordshire" / "board.md").read_text("utf-8").replace("\\", "")
    assert "Targets, actions and challenges: not in the public documents used." in page
    assert "| Not in the public documents used |" in page
    assert "None given" not in page


if __name__ == "__main__":
    for example in EXAMPLES:
        make(example, GOLDEN / example)
    sys.exit(0)
