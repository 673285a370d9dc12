"""Raw documents in a folder, and what is reported of them."""

import json
from pathlib import Path
from typing import Any

from sendframe.documents import validate_path
from sendframe.errors import Diagnostic
from sendframe.validation import schema_id

CSV = "indicator,area,period_kind,period,value\n"


def document(kind: str, id_: str, /, **members: Any) -> dict[str, Any]:
    """Return a raw document."""
    return {"$schema": schema_id(kind), "id": id_, "title": {"default": id_}, **members}


def manifest(*documents: object, **members: Any) -> dict[str, Any]:
    """Return a raw manifest of a fictional area."""
    area = {
        "id": "wyeford",
        "code": "ZZ0000001",
        "names": [{"source": "us", "name": "Wyeford"}],
        "fictional": True,
    }
    return document("portfolio", "p", area=area, documents=list(documents), **members)


def actions(*ids: str, id_: str = "actions", **more: Any) -> dict[str, Any]:
    """Return an action register."""
    result = [{"id": item, "title": {"default": item}, **more} for item in ids]
    return document("action-register", id_, actions=result)


def put(folder: Path, **files: Any) -> tuple[Diagnostic, ...]:
    """Write documents by name, one member a line, and return what is reported of the folder."""
    for name, raw in files.items():
        text = raw if isinstance(raw, str) else json.dumps(raw, indent=1)
        suffix = "csv" if isinstance(raw, str) else "json"
        (folder / f"{name}.{suffix}").write_text(text, encoding="utf-8")
    return validate_path(folder)


def brief(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    """Return code, file name and pointer of each diagnostic; each has line and column."""
    assert all(
        diagnostic.location.line and diagnostic.location.column for diagnostic in diagnostics
    )
    names = [str(diagnostic.location.file).rpartition("/")[2] for diagnostic in diagnostics]
    return [(d.code, name, d.location.pointer) for d, name in zip(diagnostics, names, strict=True)]
