"""Draw the pictures of the documentation: `python docs/make_pictures.py`.

Each picture is the top of a report of an example, as Chromium shows it: 1,280 pixels wide, in
light colours. Chromium must be on the path. Fonts differ between computers, so no test compares
the pictures; `tests/meta/test_pictures.py` tests that each is there and described.
"""
# ruff: noqa: INP001, S603, T201  # a script that runs a browser and prints names

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import attrs

import sendframe

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDTH = 1280


@attrs.frozen
class Picture:
    """One picture.

    Attributes:
        example: Name of the folder in ``examples``.
        report: Name of the HTML file, without its suffix.
        height: How much of the page is shown, in pixels.
    """

    example: str
    report: str
    height: int = 1300

    @property
    def name(self) -> str:
        """Name of the file."""
        return f"{self.example}-{self.report}.png"


_OF_BOTH = ("board", "annex", "sef-update", "strategy")
PICTURES = (
    Picture("wyeford", "board"),
    Picture("wyeford", "annex", 1100),
    Picture("wyeford", "sef-update"),
    Picture("wyeford", "strategy", 900),
    Picture("wyeford", "index", 500),
    Picture("wyeford", "youth-update"),
    Picture("wyeford", "families", 760),
    Picture("wyeford", "plan-on-a-page", 760),
    Picture("wyeford", "you-said-we-did", 700),
    Picture("wyeford", "requirements", 900),
    Picture("wyeford", "local-offer-comments", 700),
    Picture("wyeford", "record", 700),
    Picture("herefordshire", "board"),
    Picture("herefordshire", "strategy-friendly", 620),
)
PROFILES = {
    "herefordshire": (*_OF_BOTH, "strategy-friendly"),
    "wyeford": (
        *_OF_BOTH,
        "families",
        "local-offer-comments",
        "plan-on-a-page",
        "record",
        "requirements",
        "you-said-we-did",
        "youth-update",
    ),
}
"""The reports of each example; what Herefordshire's would tell young people is not written."""


def write_reports(folder: Path) -> None:
    """Write the reports of both examples as HTML, each into a folder of its own."""
    for example, profiles in PROFILES.items():
        portfolio = sendframe.load(ROOT / "examples" / example)
        sendframe.report(portfolio, folder / example, profiles=profiles, formats=["html"])


def draw(browser: str, page: Path, picture: Path, height: int, profile: Path) -> None:
    """Draw the top of a page into a file."""
    command = [
        browser,
        "--headless",
        "--no-sandbox",  # the pages are our own, and containers have no sandbox
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        f"--user-data-dir={profile}",
        f"--window-size={WIDTH},{height}",
        f"--screenshot={picture}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def main() -> int:
    """Write every picture."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print(f"None of these is on the path: {', '.join(BROWSERS)}.", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_reports(folder)
        for picture in PICTURES:
            page = folder / picture.example / f"{picture.report}.html"
            draw(browser, page, FOLDER / picture.name, picture.height, folder / "profile")
            print(f"docs/pictures/{picture.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
