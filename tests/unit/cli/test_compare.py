"""``sendframe compare`` prints what differs, as sentences or as data."""

import json
import shutil
from pathlib import Path

import pytest

from sendframe import cli

EXAMPLES = Path(__file__).parents[3] / "examples"
SPRING = EXAMPLES / "wyeford" / "self-evaluation-2025-spring.json"
AUTUMN = EXAMPLES / "wyeford" / "self-evaluation-2025-autumn.json"


def run(*words: object) -> int:
    """Run the command and return its exit code."""
    return cli.run(["compare", *map(str, words)])


def test_two_editions_are_reported_with_the_names_of_their_portfolio(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Scale values and criteria are called as readers call them, and the counts stand last."""
    assert run(SPRING, AUTUMN) == 0
    printed = capsys.readouterr().out
    assert "changed from ‘Getting there’ to ‘Working well’" in printed
    last, internal = printed.splitlines()[-2:]
    assert "differences: " in last
    assert internal == "Internal: no disclosure control is applied."
    messages = [item for item in printed.splitlines() if item.startswith("  ")]
    assert len(messages) < int(last.split(" ")[0]) <= len(printed.splitlines()) - 1


def test_without_a_sound_portfolio_ids_replace_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A portfolio with problems is no obstacle, and it is reported why ids are shown."""
    for item in (SPRING, AUTUMN):
        shutil.copy(item, tmp_path)
    assert run(tmp_path / SPRING.name, tmp_path / AUTUMN.name) == 0
    captured = capsys.readouterr()
    assert "‘wyeford-getting-there’ to ‘wyeford-working-well’" in captured.out
    assert captured.err == ""
    (tmp_path / "portfolio.json").write_text("{}", encoding="utf-8")
    assert run(tmp_path / SPRING.name, tmp_path / AUTUMN.name) == 0
    assert capsys.readouterr().err.count("Ids are printed instead of names") == 1


def test_as_data_each_difference_has_its_parts_and_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The counts add up, and each difference says where it was and is."""
    assert run(SPRING, AUTUMN, "--output-format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["format"], data["version"]) == ("sendframe comparison", 1)
    assert sum(data["counts"].values()) == len(data["differences"])
    judged = next(
        difference
        for difference in data["differences"]
        if difference["kind"] == "judgement_changed"
    )
    assert judged["reason"]
    assert judged["sentence"].startswith("The judgement")
    assert judged["new"]["file"] == AUTUMN.as_posix()
    assert judged["within"][-1]["thing"] == "self-evaluation"


def test_the_exit_code_reports_only_where_it_is_asked_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Differences are no failure, unless a script wants to know of them."""
    folder = EXAMPLES / "herefordshire"
    assert run(folder, folder, "--exit-code") == 0
    assert capsys.readouterr().out == "No differences.\n"
    assert run(SPRING, AUTUMN, "--exit-code") == 1


@pytest.mark.parametrize(
    ("old", "new", "code", "text"),
    [
        (SPRING, EXAMPLES / "wyeford" / "strategy.json", 2, "SFR025"),
        (SPRING, EXAMPLES / "wyeford", 2, "SFR025"),
        (SPRING, EXAMPLES / "nowhere.json", 1, "SFR017"),
        (EXAMPLES / "wyeford", EXAMPLES / "wyefrod", 1, "there is no such file or folder"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    old: Path, new: Path, code: int, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other kinds, a document and a folder, a file that is not there: each says what is wrong."""
    assert run(old, new) == code
    captured = capsys.readouterr()
    assert text in captured.out + captured.err


def test_words_of_documents_cannot_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control and direction characters are taken out of what is printed."""
    document = json.loads(AUTUMN.read_text("utf-8"))
    document["entries"][0]["working_well"] = [{"default": "Well \u001b[31m\u202edone\u0007."}]
    (tmp_path / "new.json").write_text(json.dumps(document), encoding="utf-8")
    assert run(AUTUMN, tmp_path / "new.json") == 0
    printed = capsys.readouterr().out
    assert "done" in printed
    assert not {"\u001b", "\u202e", "\u0007"} & set(printed)


@pytest.mark.parametrize("swapped", [False, True])
def test_the_manifest_alone_is_no_portfolio(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], swapped: bool
) -> None:
    """Its folder is: two of them with other documents were said not to differ."""
    shutil.copy(EXAMPLES / "wyeford" / "portfolio.json", tmp_path / "manifest.json")
    paths = [EXAMPLES / "wyeford" / "portfolio.json", tmp_path / "manifest.json"]
    assert run(*(paths[::-1] if swapped else paths)) == 1
    captured = capsys.readouterr()
    assert "SFR016: this is a file, and a portfolio is given as its folder" in captured.out
    assert "No differences." not in captured.out
