"""``sendframe revisions`` prints what became of figures and scores between two releases."""

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.command import out

WYEFORD = str(Path(__file__).parents[3] / "examples" / "wyeford")
RATE, COUNT = "wyeford-ehc-plans-within-20-weeks", "wyeford-ehc-requests"
Row = tuple[str, str, int, float | str, float | None, float | None]


def release(folder: Path, id_: str, published_on: str, *rows: Row) -> str:
    """Write an observation set with its table, and return the name of its file."""
    path = folder / f"{id_}.json"
    data = {
        "$schema": "https://sendframe.example/schemas/v1/observations.schema.json",
        "id": id_,
        "title": {"default": id_},
        "symbols": {"x": {"kind": "not_available", "meaning": "not available"}},
        "areas": [
            {"code": "ZZ0000001", "name": "Wyeford", "kind": "local-authority"},
            {"code": "ZZC000001", "name": "Ardenia", "kind": "country"},
        ],
        "releases": [
            {"id": id_, "title": id_, "publisher": "Office", "published_on": published_on}
        ],
        "table": f"{id_}.csv",
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    lines = ["indicator,area,period_kind,period,value,numerator,denominator,release,dimension.need"]
    for indicator, area, year, value, top, bottom in rows:
        counts = ",".join("" if item is None else str(item) for item in (top, bottom))
        need = "autism" if indicator == COUNT else ""
        lines.append(f"{indicator},{area},calendar_year,{year},{value},{counts},{id_},{need}")
    (folder / f"{id_}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Return the files of two releases."""
    own, country = "ZZ0000001", "ZZC000001"
    old = release(
        tmp_path,
        "first",
        "2024-06-20",
        (RATE, own, 2023, 103 / 171 * 100, 103, 171),
        (RATE, country, 2023, 47.4, None, None),
        (COUNT, own, 2023, 9, None, None),
        (COUNT, own, 2022, 8, None, None),
        (COUNT, own, 2021, 8, None, None),
    )
    new = release(
        tmp_path,
        "second",
        "2025-06-19",
        (RATE, own, 2023, 104 / 172 * 100, 104, 172),
        (RATE, country, 2023, "x", None, None),
        (RATE, own, 2024, 50, 98, 196),
        (COUNT, own, 2023, 12, None, None),
    )
    return old, new


def test_what_only_one_release_covers_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An area and a breakdown that only one release has are no revisions, in text and in JSON."""
    own, country = "ZZ0000001", "ZZC000001"
    rows = [(COUNT, own, year, 9, None, None) for year in (2022, 2023)]
    old = release(tmp_path, "wide", "2024-06-20", *rows, (RATE, country, 2023, 47.4, None, None))
    new = release(tmp_path, "narrow", "2025-06-19", *rows[:1])
    path = tmp_path / "narrow.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("autism", ""), encoding="utf-8")
    text, _ = out(capsys, 0, "revisions", old, new)
    assert f"Not compared: {COUNT} by need, only in the old release: 2 figures.\n" in text
    assert "Not compared: Ardenia, only in the old release: 1 figure.\n" in text
    printed, _ = out(capsys, 0, "revisions", old, new, "--output-format", "json")
    assert json.loads(printed)["not_compared"][0] == {
        "release": "old", "kind": "area", "indicator": None, "name": country, "figures": 1,
    }  # fmt: skip


def test_figures_are_grouped_and_counted(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each indicator has its counts, its revisions, and a line a period that one release lacks."""
    messages, err = out(capsys, 0, "revisions", *pair)
    assert messages.splitlines() == [
        f"{RATE}: 1 restated, 1 withdrawn, 1 added",
        "  restated: Wyeford, 2023: 60.234 (103 of 171) became 60.465 (104 of 172) (+0.231)",
        "  withdrawn: Ardenia, 2023: 47.400; now x",
        "  added: 2024, only in the new release: 1 figure",
        f"{COUNT}: 1 restated, 2 withdrawn",
        "  restated: Wyeford, 2023, need autism: 9 became 12 (+3)",
        "  withdrawn: 2021, only in the old release: 1 figure",
        "  withdrawn: 2022, only in the old release: 1 figure",
        ("Figures: 2 restated, 1 withdrawn; of periods in only one release, 2 withdrawn, 1 added."),
        "Internal: no disclosure control is applied.",
    ]
    assert err == ""
    back, _ = out(capsys, 0, "revisions", *reversed(pair))
    assert "  added: Ardenia, 2023: 47.400; before x" in back.splitlines()
    assert "(-0.231)" in back


def test_one_area_and_one_indicator_can_be_asked_for(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything else is left out; what neither release has is an error of the call."""
    messages, _ = out(capsys, 0, "revisions", *pair, "--area", "ZZC000001", "--indicator", RATE)
    assert messages.splitlines()[-2] == "Figures: 1 withdrawn."
    messages, _ = out(capsys, 0, "revisions", pair[0], pair[0])
    assert messages == "Figures: nothing revised.\nInternal: no disclosure control is applied.\n"
    _, err = out(capsys, 2, "revisions", *pair, "--area", "ZZ0000009")
    assert "no area is called 'ZZ0000009'; there are: ZZ0000001, ZZC000001" in err


def test_scores_that_differ_are_reported_with_a_portfolio(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Titles, units and decimals are those of the portfolio, and each rule says before and after."""
    messages, err = out(capsys, 0, "revisions", *pair, "--portfolio", WYEFORD)
    assert "became 60.5% (104 of 172) (+0.2 percentage points)" in messages
    assert "New EHC plans issued within 20 weeks, wilson-comparison (band): " in messages
    assert messages.splitlines()[-2] == "Scores that differ: 9."
    assert err == ""
    messages, _ = out(
        capsys, 0, "revisions", *pair, "--portfolio", WYEFORD, "--indicator", COUNT, "--no-plugins"
    )
    assert messages.splitlines()[-2] == "Scores that differ: none."


def test_a_release_that_was_not_out_does_not_count_and_is_reported(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """At a day before it, the new release leaves nothing in its place, so rules refuse."""
    messages, err = out(
        capsys, 0, "revisions", *pair, "--portfolio", WYEFORD, "--as-at", "2024-12-31"
    )
    assert "→ not scored: " in messages
    assert err == (
        "not counted: the release 'second' was published on 2025-06-19, "
        "after the day of the evaluation\n"
    )


def data(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """Return what the command prints as JSON."""
    messages, _ = out(capsys, 0, "revisions", *words, "--output-format", "json")
    made: dict[str, Any] = json.loads(messages)
    return made


def test_as_data_every_part_is_there(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Programs get unrounded figures, effects with the scores, and null where none were asked for."""
    made = data(capsys, *pair)
    assert (made["format"], made["version"]) == ("sendframe revisions", 1)
    assert made["counts"] == {"restated": 2, "withdrawn": 3, "added": 1}
    first = made["revisions"][0]
    assert first["old"]["numerator"] == 103
    assert first["difference"] == 104 / 172 * 100 - 103 / 171 * 100
    assert first["area_name"] == "Wyeford"
    assert made["revisions"][2]["old"] is None
    assert made["effects"] is None
    made = data(capsys, *pair, "--portfolio", WYEFORD)
    kinds = {effect["rule"]: effect["kind"] for effect in made["effects"]}
    assert kinds["wilson-comparison"] == "band"
    assert made["effects"][0]["before"]["label"] == "worsening (could be random variation)"


def test_as_data_it_is_one_indented_document(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Revisions are written one by one, and the text is that of the whole; with none as well."""
    for files in (pair, (pair[0], pair[0])):
        messages, _ = out(capsys, 0, "revisions", *files, "--output-format", "json")
        made = json.loads(messages)
        assert messages == json.dumps(made, ensure_ascii=False, indent=2) + "\n"
        assert bool(made["revisions"]) is (files == pair)


def test_as_a_table_each_revision_is_a_row(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A spreadsheet can read it; scores are no figures, so a portfolio cannot be combined with it."""
    messages, _ = out(capsys, 0, "revisions", *pair, "--output-format", "csv")
    rows = list(csv.DictReader(io.StringIO(messages)))
    assert [row["kind"] for row in rows].count("withdrawn") == 3
    assert rows[0]["old_value"] == repr(103 / 171 * 100)
    assert rows[0]["new_release"] == "second"
    assert rows[2]["whole_period"] == "true"
    assert rows[3]["dimensions"] == "need=autism"
    assert rows[3]["difference"] == "3.0"
    _, err = out(capsys, 2, "revisions", *pair, "--output-format", "csv", "--portfolio", WYEFORD)
    assert "cannot be combined with" in err


def test_a_figure_in_doubt_is_marked_until_it_is_accepted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As words, in CSV and in JSON; what the area accepted settles its own."""
    rows = [(RATE, "ZZ0000001", 2022, 65, 65, 100), (RATE, "ZZ0000001", 2023, 60, 60, 100)]
    slip = (RATE, "ZZ0000001", 2023, 6.1, 610, 10_000)
    old = release(tmp_path, "fourth", "2024-06-20", *rows)
    new = release(tmp_path, "fifth", "2025-06-19", rows[0], slip)
    folder = tmp_path / "area"
    shutil.copytree(WYEFORD, folder)
    words = ("revisions", old, new, "--portfolio", str(folder))
    messages, _ = out(capsys, 0, *words)
    assert "6.1% (610 of 10,000) (in doubt: SFR407)" in messages
    (found,) = data(capsys, old, new, "--portfolio", str(folder))["revisions"]
    assert (found["old_doubts"], found["new_doubts"]) == ([], ["SFR407"])
    path = folder / "portfolio.json"
    manifest = json.loads(path.read_bytes())
    exception = {
        "id": "e", "code": "SFR407", "about": RATE, "reason": {"default": "True"},
        "owner_role": "Analyst", "expires_on": manifest["as_at"],
    }  # fmt: skip
    manifest["accepted_exceptions"] = [exception]
    path.write_text(json.dumps(manifest), "utf-8")
    (found,) = data(capsys, old, new, "--portfolio", str(folder))["revisions"]
    assert found["new_doubts"] == []


def test_a_figure_that_contradicts_itself_is_marked(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the definitions of the portfolio: 66 of 110 is 60%, and not 71%."""
    new = release(tmp_path, "third", "2025-06-19", (RATE, "ZZ0000001", 2023, 71, 66, 110))
    alone = data(capsys, pair[0], new)["revisions"][0]
    assert (alone["old_fault"], alone["new_fault"]) == (None, None)
    known = data(capsys, pair[0], new, "--portfolio", WYEFORD)["revisions"][0]
    assert (known["old_fault"], known["new_fault"]) == (None, "value-against-counts")
    messages, _ = out(capsys, 0, "revisions", pair[0], new, "--portfolio", WYEFORD)
    (line,) = (line for line in messages.splitlines() if "66 of 110" in line)
    assert "60.2% (103 of 171) became 71.0% (66 of 110) (" in line


def test_a_relabelled_figure_and_a_rule_that_was_not_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another symbol in place of one is reported, and changes no score of the area."""
    old = release(tmp_path, "a", "2024-06-20", (RATE, "ZZC000001", 2020, "x", 0, 0))
    new = release(tmp_path, "b", "2025-06-20", (RATE, "ZZC000001", 2020, "z", 0, 0))
    path = tmp_path / "b.json"
    path.write_text(path.read_text("utf-8").replace('"x": {', '"z": {'), encoding="utf-8")
    messages, _ = out(capsys, 0, "revisions", old, new)
    assert messages.splitlines()[1] == (
        "  relabelled: Ardenia, 2020: x (0 of 0) became z (0 of 0); there is no figure"
    )


def test_plug_ins_that_fail_or_are_missing_are_reported(
    pair: tuple[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was not scored is no silence: it is reported once, and the exit code is 3."""
    site = tmp_path / "site"
    (site / "sendframe_kent-1.dist-info").mkdir(parents=True)
    (site / "sendframe_kent-1.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: sendframe-kent\nVersion: 1\n", encoding="utf-8"
    )
    (site / "sendframe_kent-1.dist-info" / "entry_points.txt").write_text(
        "[sendframe.scoring_rules]\nkent = sendframe_kent_broken\n", encoding="utf-8"
    )
    (site / "sendframe_kent_broken.py").write_text("raise ValueError\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))
    folder = tmp_path / "wyeford"
    shutil.copytree(WYEFORD, folder)
    path = folder / "portfolio.json"
    named = '"plugins": ["kent", "nowhere"],\n  "rules": ['
    path.write_text(path.read_text("utf-8").replace('"rules": [', named, 1), encoding="utf-8")
    messages, err = out(capsys, 3, "revisions", *pair, "--portfolio", str(folder))
    assert messages.splitlines()[-2] == "Scores that differ: 9."
    assert err.count("left out: ") == 1
    assert err.count("not here: ") == 1
