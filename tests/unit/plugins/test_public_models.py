"""Authors of plug-ins find everything they need in `sendframe.plugins`."""

import ast
from pathlib import Path

import pytest

from sendframe import model, plugins

ROOT = Path(__file__).parents[3]
SOURCES = sorted((ROOT / "plugins").glob("*/src/**/*.py"))
PUBLIC = (["sendframe", "disclosure"], ["sendframe", "plugins"], ["sendframe", "testing"])
"""What plug-ins may import."""

OTHER_SPAN = {"Span"}
"""In `sendframe.plugins` this is a row of a table; the dates of that name are in the model."""


def test_every_public_name_of_the_model_is_there() -> None:
    """Periods, parts of plans, results: each is the same object as in `sendframe.model`."""
    assert set(model.__all__) <= set(plugins.__all__)
    others = [n for n in model.__all__ if getattr(plugins, n) is not getattr(model, n)]
    assert set(others) == OTHER_SPAN


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_plug_ins_import_nothing_else(path: Path) -> None:
    """Whatever they can do, a plug-in of anybody can do."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = [
        node.module or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level == 0
    ]
    modules += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    own = [name for name in modules if name.split(".")[0] == "sendframe"]
    assert [name for name in own if name.split(".")[:2] not in PUBLIC] == []
