"""What fuzzing begins with, and a little of what it goes on to, gives the same each time.

The fuzzing itself needs atheris and time: `python tests/fuzz/run.py --seconds 60`.
"""

import json
from pathlib import Path

import pytest

from sendframe import validation
from tests.fuzz.corpus import seeds
from tests.fuzz.mutator import mutated, reworded
from tests.fuzz.target import DIVIDER, fuzz

ROOT = Path(__file__).parents[2]
SEEDS = seeds()


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_is_read_the_same_each_time(tmp_path: Path, name: str) -> None:
    """Its verdict is the one its name says, twice over."""
    verdict = fuzz(SEEDS[name], tmp_path / "once")
    assert fuzz(SEEDS[name], tmp_path / "twice") == verdict
    assert verdict.startswith("SFR" if name.startswith("broken") else "accepted")
    assert verdict.endswith(", reported") == (name in ("folder", "starter"))


def test_seeds_are_of_every_kind() -> None:
    """No kind of document is left out, and one seed is a folder of several with a table."""
    raws = [json.loads(data) for name, data in SEEDS.items() if "-" in name[:-2]
            if not name.startswith("broken")]  # fmt: skip
    found = {validation.parse_schema_id(each["$schema"]) for each in raws}
    found.add(validation.parse_schema_id(json.loads(SEEDS["evaluation-1"])["$schema"]))
    assert {each.kind for each in found if each is not None} == set(validation.schema_kinds())
    assert SEEDS["folder"].count(DIVIDER) == 5
    assert SEEDS["starter"].count(DIVIDER) == 10


@pytest.mark.parametrize("name", ["starter", "folder", "wyeford-strategy-1", "wyeford-evidence-2"])
def test_what_is_made_of_a_seed_is_read_the_same_each_time(tmp_path: Path, name: str) -> None:
    """Fifty changed documents break nothing; changes and verdicts depend on the seed alone."""

    def verdicts() -> list[tuple[bytes, str]]:
        made = (mutated(SEEDS[name], number) for number in range(50))
        return [(data, fuzz(data, tmp_path / "work")) for data in made if data is not None]

    first = verdicts()
    assert first == verdicts()
    assert len({verdict for _, verdict in first}) > 5
    assert any(verdict.startswith("accepted") for _, verdict in first)
    assert any(verdict.startswith("SFR") for _, verdict in first)


def test_what_is_reworded_is_mostly_reported(tmp_path: Path) -> None:
    """Otherwise fuzzing would seldom come to an evaluation or a report."""
    made = [reworded(SEEDS["starter"], seed) for seed in range(20)]
    assert made == [reworded(SEEDS["starter"], seed) for seed in range(20)]
    verdicts = [fuzz(data, tmp_path / "work") for data in made]
    assert sum(verdict.endswith("reported") for verdict in verdicts) >= 15


def test_what_cannot_be_changed_as_a_document_is_left_to_the_fuzzer() -> None:
    """Bytes that are no JSON have no values to change."""
    assert mutated(b"{", 1) is None
    assert mutated(b"[" * 100_000, 1) is None


def test_a_bug_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception, a disagreement and a lossy round trip each end the fuzzing."""
    import sendframe

    sound = SEEDS["wyeford-evidence-1"]
    with monkeypatch.context() as patch:
        patch.setattr(sendframe, "validate", lambda _, **__: {}["x"], raising=False)
        with pytest.raises(KeyError):
            fuzz(sound, tmp_path / "a")
    with monkeypatch.context() as patch:
        patch.setattr(sendframe, "validate", lambda _, **__: (), raising=False)
        with pytest.raises(AssertionError, match="do not agree"):
            fuzz(b"{", tmp_path / "b")
    with monkeypatch.context() as patch:
        real = sendframe.dump
        other = sendframe.load(ROOT / "examples/wyeford/evidence.json")
        patch.setattr(sendframe, "dump", lambda _, **__: real(other), raising=False)
        with pytest.raises(AssertionError, match="does not come back"):
            fuzz(sound, tmp_path / "c")
