"""A copy of the fictional area Wyeford that uses the plug-in."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

_PLUGIN = Path(__file__).parents[1]
_WYEFORD = _PLUGIN.parents[1] / "examples" / "wyeford"
SNIPPET = _PLUGIN / "examples" / "wyeford.json"


def _merged(data: Any, added: Any) -> Any:
    """Return what is held with what is added: members by key, things by id, others at the end."""
    if isinstance(data, dict) and isinstance(added, dict):
        return data | {
            key: _merged(data[key], item) if key in data else item for key, item in added.items()
        }
    if isinstance(data, list) and isinstance(added, list):
        result = list(data)
        for item in added:
            id_ = item.get("id") if isinstance(item, dict) else None
            ids = [old.get("id") if isinstance(old, dict) else None for old in result]
            if id_ is not None and id_ in ids:
                result[ids.index(id_)] = _merged(result[ids.index(id_)], item)
            else:
                result.append(item)
        return result
    return added


def with_snippet(folder: Path, snippet: dict[str, Any]) -> Path:
    """Copy Wyeford into a folder, and add to its documents."""
    shutil.copytree(_WYEFORD, folder)
    for name, added in snippet.items():
        data = json.loads((folder / name).read_text("utf-8"))
        (folder / name).write_text(json.dumps(_merged(data, added), indent=2), encoding="utf-8")
    return folder


@pytest.fixture
def wyeford(tmp_path: Path) -> Path:
    """Return a copy of Wyeford that uses everything of the plug-in."""
    return with_snippet(tmp_path / "wyeford", json.loads(SNIPPET.read_text("utf-8")))
