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
_WORKBOOK = "xl/workbook.xml"
_SAVE = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)"
_SAVE_TEXT = "Open it in Word or LibreOffice and save it as a Word document (.docx)"
_STRICT = b"purl.oclc.org/ooxml/spreadsheetml"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def _refused(file: str, problem: str, help_: str, kind: str) -> Diagnostic:
    return Diagnostic("SFR420", f"the {kind} cannot be read: {problem}", Location(file), help=help_)


def package_problem(data: bytes, file: str, main: str = _WORKBOOK) -> Diagnostic | None:
    """Return why the bytes of a workbook or text must not be opened; None where they may.

    Sizes are those that the zip file states, and no part is unpacked beyond its own.

    Args:
        data: The file.
        file: Its name in the report.
        main: The part that it must have.
    """
    save = _SAVE if main == _WORKBOOK else _SAVE_TEXT
    kind = "workbook" if main == _WORKBOOK else "document"
    old, new = (".xls", ".xlsx") if main == _WORKBOOK else (".doc", ".docx")
    if data.startswith(_OLD):
        old_file = f"it is an old {old} file, or has a password"
        return _refused(file, old_file, f"{save}, without a password.", kind)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            problem = _problem(package, main, save)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        problem = f"it is no {new} file, or is damaged", f"{save}."
    return None if problem is None else _refused(file, *problem, kind)


def _problem(package: zipfile.ZipFile, main: str, save: str) -> tuple[str, str] | None:
    """Return what is wrong with a package, and what to do about it."""
    parts = package.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        problem = f"it has more than {_MOST_PARTS:,} parts, or {MOST_BYTES:,} bytes unpacked"
        return problem, "Split it."
    names = {part.filename for part in parts}
    if "mimetype" in names and b"opendocument" in package.read("mimetype"):
        return "it is an OpenDocument file (.ods or .odt)", f"{save}."
    if main not in names:
        return f"it is no {'Excel workbook' if main == _WORKBOOK else 'Word document'}", f"{save}."
    if main == _WORKBOOK and _STRICT in package.read(main):
        return "it was saved as Strict Open XML", f"{save}, not as a strict one."
    if any(_declares_entities(package, part) for part in parts):
        return "a part of it declares entities, as no such file does", "Do not use it."
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
