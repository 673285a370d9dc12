"""``sendframe evaluate --all-areas``: three tables of all areas, or none."""

from pathlib import Path

import pytest

import sendframe
from tests.unit.api.national import INDICATORS, observation_set
from tests.unit.conftest import EXAMPLES

from .command import out

TABLES = ["averages.csv", "limits.csv", "standings.csv"]


def test_the_tables_of_a_portfolio_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Their paths are printed; the band column is filled for the portfolio's own area alone."""
    words = "evaluate", "--all-areas", str(EXAMPLES / "herefordshire"), "--out", str(tmp_path)
    messages, wrong = out(capsys, 0, *words)
    assert messages.split() == [(tmp_path / table).as_posix() for table in TABLES]
    assert wrong == "11 figures are in doubt: see the column 'doubts' of standings.csv\n"
    head, *rows = (tmp_path / "standings.csv").read_text(encoding="utf-8").splitlines()
    band, area = head.split(",").index("band"), head.split(",").index("area")
    cells = [row.split(",") for row in rows]
    assert {item[area] for item in cells if item[band]} == {"E06000019"}


def test_documents_need_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing reads a clock: without a portfolio the call says at which day."""
    figures, indicators = tmp_path / "figures.json", tmp_path / "indicators.json"
    sendframe.dump(observation_set(), figures)
    sendframe.dump(INDICATORS, indicators)
    words = ["evaluate", "--all-areas", str(figures), str(indicators), "--out", str(tmp_path / "o")]
    _, wrong = out(capsys, 2, *words)
    assert "SFR019" in wrong
    messages, wrong = out(capsys, 0, *words, "--as-at", "2026-01-31", "--edition", "2021")
    assert len(messages.split()) == 3
    assert wrong.splitlines() == [
        "28 figures are in doubt: see the column 'doubts' of standings.csv",
        "no neighbours in the edition of 2021: E06000063, E06000064",
    ]


def test_many_areas_without_neighbours_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first are named, and of the others it is reported how many they are."""
    monkeypatch.setattr("sendframe.cli._all_areas._MOST_SHOWN", 2)
    words = ["evaluate", "--all-areas", str(EXAMPLES / "wyeford"), "--out", str(tmp_path)]
    _, wrong = out(capsys, 0, *words, "--edition", "2021")
    assert wrong.endswith("of 2021: ZZ0000001, ZZ0000002 and 3 more\n")


def test_nothing_is_written_where_a_document_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is reported as `validate` reports it."""
    path = tmp_path / "figures.json"
    path.write_text("{}", encoding="utf-8")
    words = "evaluate", "--all-areas", str(path), "--out", str(tmp_path / "o")
    messages, _ = out(capsys, 1, *words, "--as-at", "2026-01-31")
    assert "SFR012" in messages
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("a", "b"), "One DIR is evaluated at a time"),
        (("a", "--out", "b"), "--out goes with --all-areas only"),
        (("a", "--edition", "2025"), "--edition goes with --all-areas only"),
        (("a", "--all-areas"), "needs --out"),
        (("a", "--all-areas", "--out", "b", "--output", "c"), "--output does not go with"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    words: tuple[str, ...], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is read."""
    _, wrong = out(capsys, 2, "evaluate", *words)
    assert text in wrong
