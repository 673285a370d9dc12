"""Draw the pictures of sheets: `python docs/make_sheet_pictures.py`.

LibreOffice Calc prints the workbook of the fictional example, and pdftoppm (poppler) draws pages.
"""
# ruff: noqa: INP001, S603, S607, T201  # a script, which runs programs by name and prints

import subprocess
import tempfile
from pathlib import Path

from sendframe import api

DOCS = Path(__file__).parent
FOLDER = DOCS / "sheets"
EXAMPLE = DOCS.parent / "examples" / "wyeford"
PICTURES = {"start-here": "Each row is one thing", "actions": "Belongs to"}
"""The pictures, each with words that stand on its page and on none before it."""


def main() -> None:
    """Draw each picture again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (workbook,) = api.export_workbook(EXAMPLE, folder / "plan.xlsx")
        home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
        words = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", name]
        subprocess.run([*words, str(workbook)], check=True, capture_output=True)
        pdf = str(workbook.with_suffix(".pdf"))
        text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True)
        pages = text.stdout.split("\f")
        for picture, words_on_it in PICTURES.items():
            number = next(n for n, page in enumerate(pages, 1) if words_on_it in page)
            target = FOLDER / picture
            limits = ["-f", str(number), "-l", str(number), "-r", "80", "-png", "-singlefile"]
            subprocess.run(["pdftoppm", *limits, pdf, str(target)], check=True)
            print(f"{target.relative_to(DOCS.parent)}.png")


if __name__ == "__main__":
    main()
