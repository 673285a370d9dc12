"""A report with a block of every kind, and ways to read the PDF that it gives."""

import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sendframe_pdf import Options, render

from sendframe.plugins import (
    ReportModel,
)
from tests.printed_report import every_block, make_report, make_trend, report, trend

__all__ = ["every_block", "make_report", "make_trend"]  # fixtures of every test here


@pytest.fixture
def trend_report() -> ReportModel:
    """Return a report that is one trend."""
    return report(trend("a"))


def pdf_of(model: ReportModel) -> bytes:
    """Return the PDF of a report."""
    (file,) = render(model, Options())
    return file.data


@pytest.fixture
def make_pdf() -> Callable[[ReportModel], bytes]:
    """Return a function that makes the PDF of a report."""
    return pdf_of


@pytest.fixture
def poppler(tmp_path: Path) -> Callable[..., str]:
    """Return a function that runs a program of poppler on a PDF and returns what it prints."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext and pdfinfo of poppler")

    def run(program: str, pdf: bytes, *options: str) -> str:
        path = tmp_path / "report.pdf"
        path.write_bytes(pdf)
        last = ["-"] if program == "pdftotext" else []
        done = subprocess.run(
            [program, *options, str(path), *last], check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout

    return run


def streams_of(pdf: bytes) -> Iterator[bytes]:
    """Yield the contents of the compressed streams of a PDF."""
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(match[1])
        except zlib.error:
            continue


@pytest.fixture
def streams() -> Callable[[bytes], Iterator[bytes]]:
    """Return a function that yields the contents of the streams of a PDF."""
    return streams_of
