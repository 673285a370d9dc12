"""The zip file of a workbook, checked before anything of it is opened."""

import io
import re
import zipfile
from collections.abc import Iterator

from sendframe.errors import Diagnostic, Location

__all__ = ["MOST_BYTES", "package_notes", "package_problem"]

MOST_BYTES = 100_000_000
"""How many bytes the parts of a workbook may have together, unpacked."""

_MOST_PARTS = 2_000
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 20
_SAVE = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)"
_STRICT = b"purl.oclc.org/ooxml/spreadsheetml"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def _refused(file: str, problem: str, help_: str) -> Diagnostic:
    return Diagnostic(
        "SFR420", f"the workbook cannot be read: {problem}", Location(file), help=help_
    )


def package_problem(data: bytes, file: str) -> Diagnostic | None:
    """Return why the bytes of a workbook must not be opened; None where they may.

    Sizes are those that the zip file states, and no part is unpacked beyond its own.
    """
    if data.startswith(_OLD):
        return _refused(
            file, "it is an old .xls file, or has a password", f"{_SAVE}, without a password."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _problem(package, file)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return _refused(file, "it is no .xlsx file, or is damaged", f"{_SAVE}.")


def _problem(package: zipfile.ZipFile, file: str) -> Diagnostic | None:
    parts = package.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        return _refused(
            file,
            f"it has more than {_MOST_PARTS:,} parts, or {MOST_BYTES:,} bytes unpacked",
            "Split it.",
        )
    names = {part.filename for part in parts}
    if "mimetype" in names and b"opendocument" in package.read("mimetype"):
        return _refused(file, "it is an OpenDocument file (.ods)", f"{_SAVE}.")
    if "xl/workbook.xml" not in names:
        return _refused(file, "it is no Excel workbook", f"{_SAVE}.")
    if _STRICT in package.read("xl/workbook.xml"):
        return _refused(file, "it was saved as Strict Open XML", f"{_SAVE}, not as a strict one.")
    if any(_declares_entities(package, part) for part in parts):
        return _refused(
            file, "a part of it declares entities, as no workbook does", "Do not use it."
        )
    return None


def _declares_entities(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if not part.filename.endswith((".xml", ".rels", ".vml")):
        return False
    before = b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if _DOCTYPE.search(before + chunk):
                return True
            before = chunk[-10:]
    return False


def package_notes(data: bytes, file: str) -> Iterator[Diagnostic]:
    """Yield a note for each thing in a workbook that is not run and not followed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
    for beginning, what in (
        ("xl/vbaProject", "macros, which are not run"),
        ("xl/externalLinks/", "links to other files, which are not followed"),
    ):
        if any(name.startswith(beginning) for name in names):
            yield Diagnostic(
                "SFR424",
                f"the workbook has {what}",
                Location(file),
                "note",
                help="Cells are read as they were saved.",
            )
