"""Visual Studio Code completes and checks documents with the settings that are written, offline.

Its JSON service is asked, the same code as in the editor: ``npm install
vscode-json-languageservice``, or a folder of packages that ``NODE_PATH`` names.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from sendframe.api import editor_settings, start_documents
from sendframe.validation import schema_id

ROOT = Path(__file__).parents[2]
PLAN = schema_id("strategy")


def service_from() -> Path | None:
    """Return a file beside whose packages the service is; None where it is not installed."""
    places = [ROOT / "node_modules", *map(Path, os.environ.get("NODE_PATH", "").split(os.pathsep))]
    for place in places:
        if place.name and (place / "vscode-json-languageservice" / "package.json").exists():
            return place.parent / "from-here.cjs"
    return None


def typing(text: str) -> tuple[str, str, int]:
    """Return a document in which somebody types where ``@`` is."""
    return "new.json", text.replace("@", ""), text.index("@")


def answers(
    settings: dict[str, Any], *documents: tuple[str, str, int | None], fetched: bool = False
) -> list[dict[str, Any]]:
    """Return what the editor says of documents: name, text and where somebody types."""
    node, start = shutil.which("node"), service_from()
    if node is None:
        pytest.skip("Node.js is not installed")
    if start is None:
        pytest.skip("the service is not installed: npm install vscode-json-languageservice@5")
    done = subprocess.run(  # our own script
        [node, str(Path(__file__).parent / "editor_answers.mjs")],
        input=json.dumps({"settings": settings, "documents": documents}).encode(),
        env={**os.environ, "SERVICE_FROM": str(start)},
        capture_output=True,
        check=True,
    )
    given = json.loads(done.stdout)
    assert bool(given["fetched"]) is fetched
    answered: list[dict[str, Any]] = given["answers"]
    return answered


@pytest.mark.node
def test_the_editor_completes_and_checks_offline(tmp_path: Path) -> None:
    """Keys, references by their ids, explanations and a misspelt key; nothing is fetched."""
    start_documents(tmp_path, ["strategy", "criteria-set"], area="884")
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_bytes())
    keys, ids, hover, plan = answers(
        settings,
        typing(f'{{"$schema": "{PLAN}", @}}'),
        typing(f'{{"$schema": "{PLAN}", "priorities": [{{"criteria": ["@"]}}]}}'),
        typing(f'{{"$schema": "{PLAN}", "titel": {{}}, "sta@tus": "draft"}}'),
        ("strategy.json", (tmp_path / "strategy.json").read_text("utf-8"), None),
    )
    assert {"title", "status", "priorities", "measures"} <= set(keys["labels"])
    assert ids["labels"] == ['"first"']
    assert "superseded" in hover["hover"]
    assert ["Property titel is not allowed.", '"titel"'] in hover["problems"]
    assert plan["problems"] == []
    # Without the settings it asks for the schema, which is nowhere.
    (without,) = answers({"json.schemas": []}, typing(f'{{"$schema": "{PLAN}", @}}'), fetched=True)
    assert without["labels"] == []


@pytest.mark.node
def test_the_editor_finds_nothing_wrong_in_the_examples() -> None:
    """Each document of both examples is valid for the editor too, with the settings of its folder."""
    for area in ("wyeford", "herefordshire"):
        folder = ROOT / "examples" / area
        paths = sorted(folder.glob("*.json"))
        texts = [(path.name, path.read_text("utf-8"), None) for path in paths]
        for answer in answers(editor_settings(folder), *texts):
            assert answer["problems"] == []
