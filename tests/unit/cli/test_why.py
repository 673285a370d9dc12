"""``sendframe why`` prints the trail from a sentence of a report down to its rows."""

import json
import shutil
from pathlib import Path

import pytest

from tests.unit.cli.command import out

EXAMPLES = Path(__file__).parents[3] / "examples"
HEREFORDSHIRE, WYEFORD = str(EXAMPLES / "herefordshire"), str(EXAMPLES / "wyeford")
CHANGE = "indicator/ehc-plans-within-20-weeks/change"


def test_a_change_leads_to_both_rows(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence, its number, the two figures and the lines they are on are printed."""
    messages, err = out(capsys, 0, "why", HEREFORDSHIRE, CHANGE)
    assert "fell by 9.5 percentage points" in messages
    assert "number: -9.51576576576576 percent" in messages
    assert messages.count("figures/observations.csv, line ") == 2
    assert messages.endswith("Internal: no disclosure control is applied.\n")
    assert err == ""


def test_a_score_has_its_formula_and_the_benchmark_its_members(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An indicator and a rule name a score; the figure of each area below it has its own row."""
    messages, _ = out(
        capsys, 0, "why", HEREFORDSHIRE, "ehc-plans-within-20-weeks", "wilson-comparison"
    )
    assert "formula: Wilson 95% interval of 225 of 333: 62.4% to 72.4%" in messages
    assert "made by: sendframe " in messages
    assert "(39,407 of 84,866)" in messages


def test_what_was_reported_above_is_pointed_to(capsys: pytest.CaptureFixture[str]) -> None:
    """A fact that is in two branches is printed once."""
    messages, _ = out(capsys, 0, "why", HEREFORDSHIRE, "ehc-plans-within-20-weeks SFR411")
    assert "indicator/ehc-plans-within-20-weeks/2024 (see above)" in messages
    assert messages.count("67.6% (225 of 333)") == 1


def test_several_that_begin_so_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """A beginning that several ids have lists them."""
    messages, _ = out(capsys, 0, "why", WYEFORD, "indicator/wyeford-ehc-plans-within-20-weeks/20")
    assert messages.splitlines()[0].endswith(
        "ids begin with 'indicator/wyeford-ehc-plans-within-20-weeks/20':"
    )
    assert "  indicator/wyeford-ehc-plans-within-20-weeks/2024" in messages.splitlines()


def test_a_wrong_id_is_an_error_of_the_call(capsys: pytest.CaptureFixture[str]) -> None:
    """A suggestion is named, and nothing is printed as a result."""
    messages, err = out(capsys, 2, "why", HEREFORDSHIRE, CHANGE.replace("plans-w", "plan-w"))
    assert messages == ""
    assert "SFR020" in err
    assert f"near ones: {CHANGE}" in err


def test_a_figure_that_reports_hide_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    """The command works on the internal evaluation, and says what reports do not show."""
    messages, _ = out(capsys, 0, "why", WYEFORD, "indicator/wyeford-ehc-plans/setting")
    trails = (out(capsys, 0, "why", WYEFORD, id_.strip()) for id_ in messages.splitlines()[1:])
    is_marked = ("not shown in reports" in printed for printed, _ in trails)
    assert len({*is_marked}) == 2  # some are, some are not


def test_as_data_it_has_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get the same trail, with the numbers as they are."""
    messages, _ = out(
        capsys, 0, "why", HEREFORDSHIRE, CHANGE, "--output-format", "json", "--as-at", "2026-01-31"
    )
    data = json.loads(messages)
    assert (data["format"], data["version"]) == ("sendframe trail", 1)
    assert data["matches"] == [CHANGE]
    (trail,) = data["trails"]
    assert trail["rests_on"][1]["value"] == 225 / 333 * 100
    assert trail["rests_on"][1]["source"].endswith("figures/observations.csv, line 1158")
    assert trail["withheld"] is False
    assert "no disclosure control" in data["note"]


def lacking(tmp_path: Path) -> str:
    """Return a copy of the example that names a plug-in which is not there."""
    folder = tmp_path / "wyeford"
    shutil.copytree(WYEFORD, folder)
    path = folder / "portfolio.json"
    text = path.read_text("utf-8").replace('"rules": [', '"plugins": ["nowhere"],\n  "rules": [', 1)
    path.write_text(text, encoding="utf-8")
    return str(folder)


def test_what_is_not_there_is_reported_beside_the_trail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A plug-in that the portfolio names and that is missing is reported on standard error."""
    messages, err = out(capsys, 0, "why", lacking(tmp_path), "evidence/wyeford-ev-survey-2022")
    assert "source: evidence register; evidence.json, $.evidence[" in messages
    assert err.startswith("not here: the plug-in 'nowhere'")
