"""Commands that list and explain: schemas, codes, kinds of sections, plug-ins."""

import json
from pathlib import Path

import pytest

from sendframe.cli import run
from sendframe.errors import MANUALS, RETIRED_CODES


def test_schemas_are_listed_shown_and_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each schema can be listed, printed and written, byte by byte as published."""
    assert run(["schema", "list"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert run(["schema", "show", "strategy"]) == 0
    shown = capsys.readouterr().out
    assert run(["schema", "export", str(tmp_path)]) == 0
    assert (tmp_path / "strategy.schema.json").read_text(encoding="utf-8") == shown
    assert sorted(item.name.split(".")[0] for item in tmp_path.glob("*.schema.json")) == listed


@pytest.mark.parametrize("code", [*sorted(MANUALS), "sfr301", "SFR501", "target-tolerance"])
def test_every_code_is_explained(capsys: pytest.CaptureFixture[str], code: str) -> None:
    """Each code, check and rule has its manual."""
    assert run(["explain", code]) == 0
    out = capsys.readouterr().out
    assert code.lower() in out.lower()
    assert len(out) > 60


def test_a_kind_of_section_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Its manual is printed, with the distribution it comes from."""
    assert run(["explain", "plan-changes"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("plan-changes: Changes of plans.")
    assert "From sendframe " in printed


def test_a_retired_code_is_explained_by_its_replacement(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The first line says which code it is now; the manual of that code follows."""
    for code in ("sfr307", "SFR203"):
        assert run(["explain", code]) == 0
        retired = capsys.readouterr().out
        new = RETIRED_CODES[code.upper()]
        assert run(["explain", new]) == 0
        line = f"{code.upper()} is no longer used. The code is now {new}.\n\n"
        assert retired == line + capsys.readouterr().out


def test_plug_ins_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Kind, name, distribution, version and status of each, as text and as JSON."""
    assert run(["plugins", "list"]) == 0
    line = next(x for x in capsys.readouterr().out.splitlines() if "target-tolerance" in x)
    assert line.split() == ["scoring_rules", "target-tolerance", "sendframe", "0.1.0", "ready"]
    assert run(["plugins", "list", "--output-format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {"name", "group", "target", "distribution", "version", "status", "enabled"} == set(
        listed[0]
    )
