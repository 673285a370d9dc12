"""A copy of the fictional area Wyeford that uses the plug-in."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

_PLUGIN = Path(__file__).parents[1]
_WYEFORD = _PLUGIN.parents[1] / "examples" / "wyeford"
SNIPPET = _PLUGIN / "examples" / "wyeford.json"


def _merged(held: Any, added: Any) -> Any:
    """Return what is held with what is added: members by key, things by id, others at the end."""
    if isinstance(held, dict) and isinstance(added, dict):
        return held | {
            key: _merged(held[key], each) if key in held else each for key, each in added.items()
        }
    if isinstance(held, list) and isinstance(added, list):
        found = list(held)
        for each in added:
            id_ = each.get("id") if isinstance(each, dict) else None
            ids = [old.get("id") if isinstance(old, dict) else None for old in found]
            if id_ is not None and id_ in ids:
                found[ids.index(id_)] = _merged(found[ids.index(id_)], each)
            else:
                found.append(each)
        return found
    return added


def with_snippet(folder: Path, snippet: dict[str, Any]) -> Path:
    """Copy Wyeford into a folder, and add to its documents."""
    shutil.copytree(_WYEFORD, folder)
    for name, added in snippet.items():
        held = json.loads((folder / name).read_text("utf-8"))
        (folder / name).write_text(json.dumps(_merged(held, added), indent=2), encoding="utf-8")
    return folder


@pytest.fixture
def wyeford(tmp_path: Path) -> Path:
    """Return a copy of Wyeford that uses everything of the plug-in."""
    return with_snippet(tmp_path / "wyeford", json.loads(SNIPPET.read_text("utf-8")))
