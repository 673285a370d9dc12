"""Other validators come to the same verdict: check-jsonschema and ajv."""

import copy
import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sendframe import validation
from sendframe.documents import validate_path
from tests.property.mutation import bases, catalogue

ROOT = Path(__file__).parents[2]
KINDS = ("evidence", "observations", "portfolio", "profile", "strategy")
EACH = 12  # faulty documents of each kind, besides the sound ones
OF_SCHEMA = {f"SFR10{digit}" for digit in range(1, 9)}


@cache
def chosen() -> tuple[tuple[str, str, Any], ...]:
    """Return name, kind and raw JSON of each fixture, sound and faulty, of many sorts."""
    found: list[tuple[str, str, Any]] = []
    for kind in KINDS:
        found += [(f"{kind} sound {n}", kind, raw) for n, (raw, _) in enumerate(bases(kind)[:2])]
        faults = [(raw, fault) for raw, _, fault in catalogue(kind) if fault.told_at]
        faults = [
            each for each in faults if each[1].code in OF_SCHEMA and len(str(each[1].value)) < 500
        ]
        codes = sorted({fault.code for _, fault in faults})
        for number in range(EACH):  # round all codes, each time further on in the document
            code = codes[number % len(codes)]
            some = [each for each in faults if each[1].code == code]
            raw, fault = some[(number * 37) % len(some)]
            new = copy.deepcopy(raw)
            fault.apply(new)
            found.append((f"{kind} {number} {fault.name}", kind, new))
    return tuple(found)


@pytest.fixture(scope="module")
def fixtures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, Path, bool]]:
    """Write the fixtures; return kind, path and our verdict on the schema by name."""
    folder = tmp_path_factory.mktemp("fixtures")
    found = {}
    for number, (name, kind, raw) in enumerate(chosen()):
        path = folder / f"{number}.json"
        path.write_text(json.dumps(raw), encoding="utf-8")
        codes = {each.code for each in validate_path(path) if each.severity != "note"}
        assert codes <= OF_SCHEMA
        found[name] = kind, path, not codes
    return found


def test_the_fixtures_are_of_both_sorts(fixtures: dict[str, tuple[str, Path, bool]]) -> None:
    """There are about sixty, some sound and most of them with one fault."""
    verdicts = [ours for _, _, ours in fixtures.values()]
    assert len(verdicts) >= 60
    assert verdicts.count(True) == 2 * len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_check_jsonschema_says_the_same(
    kind: str, fixtures: dict[str, tuple[str, Path, bool]]
) -> None:
    """check-jsonschema accepts and refuses the same documents, run once for each schema."""
    mine = {name: (path, ours) for name, (of, path, ours) in fixtures.items() if of == kind}
    done = subprocess.run(  # a tool of our own environment
        [
            *(sys.executable, "-m", "check_jsonschema", "--output-format", "json"),
            *(
                "--schemafile",
                str(
                    validation.schema_folder() / validation.CURRENT_VERSION / f"{kind}.schema.json"
                ),
            ),
            *(str(path) for path, _ in mine.values()),
        ],
        capture_output=True,
        check=False,
    )
    told = json.loads(done.stdout)
    assert told["parse_errors"] == []
    refused = {Path(each["filename"]).name for each in told["errors"]}
    theirs = {name: path.name not in refused for name, (path, _) in mine.items()}
    assert theirs == {name: ours for name, (_, ours) in mine.items()}


def ajv_from() -> Path | None:
    """Return a file beside whose packages ajv is found; None where it is not installed."""
    places = [ROOT / "node_modules", *map(Path, os.environ.get("NODE_PATH", "").split(os.pathsep))]
    for place in places:
        if place.name and (place / "ajv" / "dist" / "2020.js").exists():
            return place.parent / "from-here.cjs"
    return None


def vocabulary() -> list[str]:
    """Return the keywords that the line of the reference registers with ajv."""
    page = (ROOT / "docs" / "reference" / "schemas.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"^ajv\.addVocabulary\((\[.*\])\);$", page, re.MULTILINE)
    return json.loads(listed)


def examples() -> dict[str, tuple[str, Path, bool]]:
    """Return kind, path and our verdict of each document of both examples, by its path."""
    found = {}
    for path in sorted((ROOT / "examples").rglob("*.json")):
        raw = json.loads(path.read_bytes())
        given = raw.get("$schema", "") if isinstance(raw, dict) else ""
        if (name := validation.parse_schema_id(given)) is not None:
            found[str(path)] = name.kind, path, True
    return found


def test_the_line_for_ajv_registers_every_keyword_of_our_own() -> None:
    """In strict mode ajv refuses a schema with a keyword that it does not know."""
    folder = validation.schema_folder() / validation.CURRENT_VERSION
    texts = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.json"))
    assert vocabulary() == sorted(set(re.findall(r'"(x-[a-z-]+)":', texts)))
    assert len(examples()) > 30


@pytest.mark.node
def test_ajv_says_the_same(fixtures: dict[str, tuple[str, Path, bool]]) -> None:
    """In strict mode, with the line of the reference, ajv accepts and refuses the same documents.

    It compiles all schemas, and accepts every document of both examples.
    """
    node, start = shutil.which("node"), ajv_from()
    if node is None:
        pytest.skip("Node.js is not installed")
    if start is None:
        pytest.skip("ajv is not installed: npm install ajv@8, or set NODE_PATH")
    folder = validation.schema_folder() / validation.CURRENT_VERSION
    both = fixtures | examples()
    asked = {
        "schemas": sorted(map(str, folder.glob("*.schema.json"))),
        "vocabulary": vocabulary(),
        "fixtures": {
            name: {"schema": validation.schema_id(kind), "file": str(path)}
            for name, (kind, path, _) in both.items()
        },
    }
    done = subprocess.run(  # our own script
        [node, str(Path(__file__).parent / "ajv_verdicts.mjs")],
        input=json.dumps(asked).encode(),
        env={**os.environ, "AJV_FROM": str(start)},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout) == {name: ours for name, (_, _, ours) in both.items()}
