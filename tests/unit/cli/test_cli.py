"""The command line: what it prints, and the exit code it leaves with."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from sendframe.cli import run
from tests.unit.conftest import EXAMPLES
from tests.unit.plugins.fake import install


@pytest.fixture
def wyeford_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the fictional example, in the working directory."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(EXAMPLES / "wyeford", tmp_path / "wyeford"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace some text in a file; it must be there."""
    path = folder / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")


def test_a_valid_folder_is_reported_as_valid(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 0 and one line."""
    assert run(["validate", "wyeford"]) == 0
    assert capsys.readouterr().out == "No problems found.\n"
    assert wyeford_copy.is_dir()


def test_a_fault_is_shown_with_its_place(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line, column, JSON path, caret, help and a suggestion."""
    change(wyeford_copy, "strategy.json", '"status": "', '"staus": "')
    assert run(["validate", "wyeford"]) == 1
    out = capsys.readouterr().out
    assert "wyeford/strategy.json:" in out
    assert "error SFR103: unknown key 'staus'" in out
    assert "at $.staus" in out
    assert "did you mean: status" in out
    lines = out.splitlines()
    caret = next(line for line in lines if line.endswith("^"))
    above = lines[lines.index(caret) - 1]
    assert above[caret.index("^") :].startswith('"staus"')
    assert "Found 1 error." in out


def test_no_free_text_of_a_document_is_printed(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words that may hold a child's name are left out of the line that is shown."""
    path = wyeford_copy / "voices.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["voices"][0]["words"] = {"default": "Ann Example said so", "x": 1}
    path.write_text(json.dumps(data), encoding="utf-8")
    assert run(["validate", "wyeford"]) == 1
    out = capsys.readouterr().out
    assert "SFR103" in out
    assert "Ann" not in out


def test_diagnostics_can_be_read_by_programs(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As JSON each diagnostic has its code, place, path, help and related places."""
    change(wyeford_copy, "strategy.json", '"status": "', '"staus": "')
    assert run(["validate", "--output-format", "json", "wyeford"]) == 1
    (result,) = json.loads(capsys.readouterr().out)
    assert result["code"] == "SFR103"
    assert result["location"]["path"] == "$.staus"
    assert result["location"]["line"] > 1
    assert result["suggestion"] == "status"
    assert result["related"] == []


def test_reports_are_written_and_named(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The path of each report is printed, and each file is there."""
    assert run(["report", "wyeford", "--out", "out"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed == [
        *("out/annex.html", "out/annex.json", "out/annex.md"),
        *("out/board.html", "out/board.json", "out/board.md"),
        *("out/index.html", "out/index.md", "out/shown.json"),
    ]
    assert all(Path(item).stat().st_size > 500 for item in printed)
    assert wyeford_copy.is_dir()


def test_a_broken_portfolio_writes_nothing(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reports of what is wrong are not made, and what is wrong is reported."""
    change(wyeford_copy, "strategy.json", '"status": "', '"staus": "')
    assert run(["report", "wyeford", "--out", "out"]) == 1
    assert "SFR103" in capsys.readouterr().out
    assert not Path("out").exists()


def test_reports_at_another_day(wyeford_copy: Path) -> None:
    """The day can be chosen, and is in the report."""
    code = run(["report", "wyeford", "--out", "out", "--format", "json", "--as-at", "2025-06-30"])
    assert code == 0
    assert json.loads(Path("out/board.json").read_text(encoding="utf-8"))["as_at"] == "2025-06-30"
    assert wyeford_copy.is_dir()


def test_an_evaluation_is_a_document(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `evaluate` prints obeys its own schema, on standard output and as a file."""
    assert run(["evaluate", "wyeford"]) == 0
    printed = capsys.readouterr().out
    assert run(["evaluate", "wyeford", "--output", "evaluation.json"]) == 0
    assert Path("evaluation.json").read_text(encoding="utf-8") == printed
    capsys.readouterr()
    assert run(["validate", "evaluation.json"]) == 0
    assert wyeford_copy.is_dir()


def test_check_asks_every_question(wyeford_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Warnings make the exit code 1; what is accepted is not counted."""
    assert run(["check", "wyeford"]) == 1
    out = capsys.readouterr().out
    assert "SFR302" in out
    assert "SFR501" in out
    assert "SFR301" not in out
    assert wyeford_copy.is_dir()


USAGE = [
    ["reprot"],
    ["report", "wyeford"],
    ["report", "wyeford", "--out", "out", "--profile", "bord"],
    ["report", "wyeford", "--out", "out", "--format", "htm"],
    ["report", "wyeford", "--out", "out", "--as-at", "soon"],
    ["explain", "SFR998"],
    ["schema", "show", "stratgy"],
    ["validate"],
]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_a_call_that_is_not_understood(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """Exit code 2, a sentence on standard error, and nothing written."""
    assert run(arguments) == 2
    assert capsys.readouterr().err
    assert not Path("out").exists()
    assert wyeford_copy.is_dir()


def test_a_misspelt_command_gets_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest command is named."""
    run(["reprot"])
    assert "Did you mean 'report'?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "evaluate", "report"])
def test_a_folder_without_a_portfolio(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """A folder without portfolio.json, and a file in place of a folder, are reported."""
    more = ["--out", str(tmp_path / "out")] if command == "report" else []
    assert run([command, str(tmp_path), *more]) == 1
    assert "SFR016" in capsys.readouterr().out
    file = tmp_path / "x.json"
    file.write_text("{}", encoding="utf-8")
    assert run([command, str(file), *more]) == 1
    assert "SFR016" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a file is in the way of a folder, the reason is reported and nothing changes."""
    Path("out").write_text("mine", encoding="utf-8")
    assert run(["report", "wyeford", "--out", "out"]) == 1
    assert "SFR018" in capsys.readouterr().err
    assert Path("out").read_text(encoding="utf-8") == "mine"
    assert wyeford_copy.is_dir()


def test_the_size_limit_can_be_set(wyeford_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document larger than the limit is refused, and a larger limit lets it pass."""
    path = wyeford_copy / "strategy.json"
    path.write_text(path.read_text(encoding="utf-8") + " " * 1_100_000, encoding="utf-8")
    assert run(["validate", "--max-megabytes", "1", str(path)]) == 1
    assert "SFR011" in capsys.readouterr().out
    assert run(["validate", "--max-megabytes", "2", str(path)]) == 0


BAD_CHECK = """
    from sendframe.plugins import Check, hookimpl

    def run(context):
        raise KeyError("Ann, aged 9")

    @hookimpl.checks
    def checks():
        return [Check("kent.bad", "Bad", "Fails.", run)]
"""


def test_a_failing_plug_in_is_reported_and_changes_the_exit_code(
    wyeford_copy: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Exit code 3, the reports are there and say "not scored"; --strict writes none."""
    site = tmp_path / "site"
    points = "[sendframe.checks]\nkent = sendframe_kent_cli\n"
    install(site, "sendframe-kent", "sendframe_kent_cli", BAD_CHECK, points)
    monkeypatch.syspath_prepend(str(site))
    change(wyeford_copy, "portfolio.json", '"rules": [', '"plugins": ["kent"],\n  "rules": [')
    assert run(["report", "wyeford", "--out", "out", "--format", "markdown"]) == 3
    streams = capsys.readouterr()
    assert "left out: plug-in 'kent' (sendframe-kent 1.2.0) failed in kent.bad" in streams.err
    page = Path("out/board.md").read_text(encoding="utf-8")
    assert "Not scored: plug-in 'kent'" in page.replace("\\", "")
    assert "Ann," not in streams.err + page
    assert run(["report", "wyeford", "--out", "out", "--format", "json", "--no-plugins"]) == 0
    assert run(["check", "wyeford", "--strict"]) == 1
    assert "SFR900" in capsys.readouterr().err
    assert run(["check", "wyeford", "--debug"]) == 3
    assert "Ann" in capsys.readouterr().err


def test_a_report_ends_with_the_texts_that_it_does_not_print(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last line counts them; with --unprinted each is listed by file, pointer and kind."""
    assert run(["report", "wyeford", "--out", "out"]) == 0
    brief = capsys.readouterr()
    (summary,) = brief.err.splitlines()
    assert summary.startswith("Read, and printed in none of these reports: ")
    assert run(["report", "wyeford", "--out", "out", "--unprinted"]) == 0
    full = capsys.readouterr()
    *listed, last = full.err.splitlines()
    assert (full.out, last) == (brief.out, summary)
    assert f" {len(listed):,} of " in summary
    assert "actions.json /actions/0/updates/0/text/default: text of action update" in listed
    assert wyeford_copy.is_dir()


def test_a_check_notes_the_texts_that_no_report_prints(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is a note, which has a code and leaves the exit code as it is."""
    assert run(["check", "wyeford", "--select", "SFR311"]) == 0
    out = capsys.readouterr().out
    assert "portfolio.json: note SFR311: no report prints " in out
    assert wyeford_copy.is_dir()


EMPTY = [
    ["validate", ""],
    ["check", " "],
    ["evaluate", "area", "--output", ""],
    ["evaluate", "area", "--all-areas", "--out", ""],
    ["report", "area", "--out", ""],
    ["schema", "export", ""],
    ["new", ""],
    ["compare", "a", ""],
    ["revisions", "a", "b", "--portfolio", ""],
    ["why", "", "x"],
    ["import", "a", "--reader", "x", "--out", ""],
    ["import", "a", "--reader", "x", "--reviews-out", ""],
    ["plugins", "new", "kent", "--kind", "check", "--out", ""],
]


@pytest.mark.parametrize("words", EMPTY, ids=" ".join)
def test_an_empty_path_is_wrong_usage(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not mean the working directory, and nothing is written there."""
    monkeypatch.chdir(tmp_path)
    assert run(words) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_document_is_validated_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`-` stands for it, beside paths; it can be read once."""
    strategy = (EXAMPLES / "wyeford" / "strategy.json").read_bytes()
    for data, code, first in (
        (strategy, 0, "-:21:38: note SFR111: "),
        (b'{\n"$schema": 3}', 1, "-:2:12: error SFR101: "),
        (b"x" * 1_000_001, 1, "-:1:1: error SFR011: "),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert run(["validate", "-", "--max-megabytes", "1"]) == code
        assert capsys.readouterr().out.startswith(first)
    assert run(["validate", "-", "-"]) == 2
    assert "can be read once" in capsys.readouterr().err


def test_nothing_of_the_user_is_overwritten_unasked(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reports, an evaluation, tables and schemas replace what sendframe wrote, and nothing else."""
    commands = {
        "o/board.md": [
            "report",
            "wyeford",
            "--out",
            "o",
            "--profile",
            "board",
            "--format",
            "markdown",
        ],
        "wyeford/strategy.json": ["evaluate", "wyeford", "--output", "wyeford/strategy.json"],
        "t/standings.csv": ["evaluate", "wyeford", "--all-areas", "--out", "t"],
        "s/strategy.schema.json": ["schema", "export", "s"],
    }
    mine = (wyeford_copy / "strategy.json").read_bytes()
    for name, words in commands.items():
        file = Path(name)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(mine)
        assert run(words) == 1, words
        assert f"SFR018: cannot write {name}: " in capsys.readouterr().err
        assert file.read_bytes() == mine
    del commands["wyeford/strategy.json"]  # it can be evaluated no more
    for name, words in commands.items():
        assert run([*words, "--force"]) == 0, words
        written = Path(name).read_bytes()
        assert run(words) == 0, words
        assert Path(name).read_bytes() == written != mine
    force = ["evaluate", "wyeford", "--output", "wyeford/strategy.json", "--force"]
    assert run(force) == 0
    assert (wyeford_copy / "strategy.json").read_bytes() != mine


def test_an_evaluation_that_became_a_document_stays(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What sendframe wrote is a document as soon as portfolio.json names it."""
    words = ["evaluate", "wyeford", "--output", "wyeford/e.json"]
    assert [run(words), run([*words, "--as-at", "2026-01-01"])] == [0, 0]
    change(wyeford_copy, "portfolio.json", '"documents": [', '"documents": ["e.json", ')
    capsys.readouterr()
    assert run(words) == 1
    assert "cannot write wyeford/e.json: the portfolio names it; --force" in capsys.readouterr().err
