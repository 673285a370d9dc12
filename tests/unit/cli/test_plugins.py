"""``sendframe plugins`` and ``sendframe import``: making, showing and examining plug-ins."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from sendframe import cli
from sendframe.api import _plugin_starter
from sendframe.model import Source, StatutoryStandard, Text
from sendframe.plugins import KINDS, Catalogue, Refusal, Score, scoring_context
from sendframe.testing import run
from tests.unit.plugins.fake import CHECKS, GOOD, install

NAME = "kenton"


def out(capsys: pytest.CaptureFixture[str], code: int, *words: str) -> tuple[str, str]:
    """Run a command that ends with a code, and return what it printed, errors apart."""
    assert cli.run(list(words)) == code
    told = capsys.readouterr()
    return told.out, told.err


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a new folder, with settings of nobody."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SENDFRAME_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    (tmp_path / "own" / "sendframe").mkdir(parents=True)


@pytest.fixture(autouse=True)
def _unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the made-up modules of other tests."""
    for name in [each for each in sys.modules if each.startswith("shown_")]:
        monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_plug_in_holds_what_its_kind_needs(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every file is printed; the metadata declares the kind; no placeholder is left."""
    printed, told = out(capsys, 0, "plugins", "new", NAME, "--kind", kind)
    files = printed.splitlines()
    assert f"sendframe-{NAME}/pyproject.toml" in files
    assert told == f"Next: python -m pip install -e sendframe-{NAME}\n"
    texts = {each: Path(each).read_text(encoding="utf-8") for each in files}
    assert f"sendframe.{kind}" in texts[f"sendframe-{NAME}/pyproject.toml"]
    assert not any(
        "@" in text.replace("@hookimpl", "").replace("@attrs", "") for text in texts.values()
    )
    has_code = any(each.endswith("py.typed") for each in files)
    assert has_code is (kind != "data")


def test_a_plug_in_of_all_kinds_can_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    """One package with a module for each kind, and one of data."""
    options = [word for kind in KINDS for word in ("--kind", kind)]
    printed, _ = out(capsys, 0, "plugins", "new", NAME, *options, "--out", "all")
    assert {f"all/src/sendframe_{NAME}/{each}.py" for each in KINDS if each != "data"} <= set(
        printed.splitlines()
    )


def test_the_template_of_each_kind_is_there() -> None:
    """No kind can be asked for that has none."""
    for kind in KINDS:
        assert _plugin_starter.plugin_files(NAME, [kind])


@pytest.mark.parametrize(
    "name", ["Kent", "kent.bulletin", "sendframe", "sfr-one", "9", "a_b", "-a"]
)
def test_a_name_that_is_none_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Small letters, digits and hyphens; and none of ours."""
    words = ["plugins", "new", "--kind", "checks", "--out", "x", "--", name]
    _, told = out(capsys, 2, *words)
    assert "use small letters, digits and hyphens, with a letter first" in told
    assert not Path("x").exists()


def test_a_folder_that_holds_something_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written into it."""
    Path("full").mkdir()
    Path("full/a").touch()
    _, told = out(capsys, 1, "plugins", "new", NAME, "--kind", "checks", "--out", "full")
    assert "the folder is not empty" in told
    assert [each.name for each in Path("full").iterdir()] == ["a"]


def test_a_contribution_is_shown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it is, whose it is, and its manual."""
    install(site, "sendframe-kent", "shown_one", GOOD, CHECKS.format(module="shown_one"))
    printed, _ = out(capsys, 0, "plugins", "show", "kent.one")
    assert printed.splitlines() == [
        "kent.one: Seen",
        "A check, by kent (sendframe-kent 1.2.0).",
        "severity: warning",
        "",
        "Says so.",
    ]


def test_our_own_contributions_are_shown_with_their_options(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Options stand there once: in the manual, which says what holds unless they are given."""
    printed, _ = out(capsys, 0, "plugins", "show", "direction-of-travel")
    assert "A scoring rule, by sendframe " in printed
    assert printed.count("\nOptions\n") == 1
    assert "``allowed``: a change of this size" in printed
    printed, _ = out(capsys, 0, "plugins", "show", "board")
    assert printed == "board: a document of the kind 'profile'\nsendframe brings it.\n"


def test_a_plug_in_is_shown_with_all_it_brings(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its name or that of its distribution; what fails is told."""
    install(site, "sendframe-kent", "shown_two", GOOD, CHECKS.format(module="shown_two"))
    install(
        site,
        "sendframe-bad",
        "shown_bad",
        "1/0",
        CHECKS.replace("kent", "bad").format(module="shown_bad"),
    )
    for name in ("kent", "sendframe-kent"):
        printed, _ = out(capsys, 0, "plugins", "show", name)
        assert printed.splitlines() == [
            "kent (sendframe-kent 1.2.0): checks, ready",
            "    kent.one: Seen",
        ]
    printed, _ = out(capsys, 0, "plugins", "show", "bad")
    assert "failed (import) [shown_bad.py:1]: ZeroDivisionError" in printed


def test_an_unknown_name_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With the names there are."""
    _, told = out(capsys, 2, "plugins", "show", "nothing.at-all")
    assert "no plug-in or contribution is called 'nothing.at-all'" in told


def test_showing_one_imports_no_other(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plug-in that would do harm is not touched."""
    install(site, "sendframe-kent", "shown_kent", GOOD, CHECKS.format(module="shown_kent"))
    points = CHECKS.replace("kent", "surrey").format(module="shown_surrey")
    install(site, "sendframe-surrey", "shown_surrey", "raise SystemExit", points)
    out(capsys, 0, "plugins", "show", "kent.one")
    assert "shown_surrey" not in sys.modules


def test_the_doctor_finds_nothing_wrong_where_all_is_well(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Versions, settings and what can be used are told."""
    printed, _ = out(capsys, 0, "plugins", "doctor")
    assert printed.startswith("ok     sendframe ")
    assert printed.endswith("All is well.\n")


def test_the_doctor_says_what_is_wrong_and_what_to_do(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each plug-in that fails, by name, with a remedy; conflicts with the line that settles them."""
    install(site, "sendframe-kent", "shown_k", GOOD, CHECKS.format(module="shown_k"))
    install(site, "sendframe-kent-too", "shown_t", GOOD, CHECKS.format(module="shown_t"))
    points = CHECKS.replace("kent", "bad").format(module="shown_b")
    install(site, "sendframe-bad", "shown_b", "import no_such_thing", points)
    newer = CHECKS.replace("kent", "newer").format(module="shown_n")
    install(site, "sendframe-newer", "shown_n", GOOD, newer, requires="sendframe>=99")
    printed, _ = out(capsys, 1, "plugins", "doctor")
    assert (
        "'bad' (sendframe-bad 1.2.0) failed (import) [shown_b.py:1]: ModuleNotFoundError: no module"
        in printed
    )
    assert "Install what it needs" in printed
    assert "needs sendframe >=99" in printed
    assert "Install a version that fits" in printed
    assert 'disable = ["sendframe-kent-too"]' in printed
    assert (
        "the name kent in sendframe.checks is used by sendframe-kent and sendframe-kent-too"
        in printed
    )
    assert "`python -c 'import shown_b'`" in printed
    assert printed.count("kent.one is claimed by") == 1
    assert "under [plugins] in " in printed
    assert printed.endswith("3 to put right.\n")


def test_the_doctor_tells_of_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they stand, what they disable, and whether they can be read at all."""
    file = tmp_path / "own" / "sendframe" / "config.toml"
    file.write_text('[plugins]\ndisable = ["plain.text"]\n', encoding="utf-8")
    printed, _ = out(capsys, 0, "plugins", "doctor")
    assert f"settings of your own in {file.as_posix()}" in printed
    assert f"plain.text (sendframe-plain 0.1.0): disabled in {file.as_posix()}" in printed
    file.write_text("[plugins", encoding="utf-8")
    printed, _ = out(capsys, 1, "plugins", "doctor")
    assert "SFR026" in printed
    monkeypatch.setenv("SENDFRAME_PLUGINS", "off")
    printed, _ = out(capsys, 1, "plugins", "doctor")
    assert "SENDFRAME_PLUGINS=off" in printed


def test_wrong_settings_stop_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are told by file, and nothing is listed."""
    (tmp_path / "own" / "sendframe" / "config.toml").write_text("[plugins", encoding="utf-8")
    printed, _ = out(capsys, 1, "plugins", "list")
    assert "SFR026" in printed


READER = """
from sendframe.model import Evidence, Text
from sendframe.plugins import (
    Account, Diagnostic, Import, LeftOut, Location, ObservationSet, Reader, hookimpl,
)

def read(source, options):
    text = source.stream.read().decode()
    if text == "fail":
        raise KeyError("Ann")
    if text == "wrong":
        return Import(diagnostics=(Diagnostic("kent.t", "no good", Location(source.name, "", 1, 1)),))
    if text == "note":
        where = Location(source.name)
        told = Diagnostic("kent.t", "odd", where, severity="note")
        return Import(diagnostics=(told,), account=Account(1, 0, (LeftOut("odd", 1, 1),)))
    figures = ObservationSet(id="f", title=Text(default="Figures"))
    evidence = Evidence(id="e", kind="document", title=Text(default="A paper"))
    return Import(figures, (evidence,), Account(2, 2))

@hookimpl.readers
def readers():
    return [Reader("kent.t", "Table", "A manual.", read)]
"""


@pytest.fixture
def table(site: Path, tmp_path: Path) -> Path:
    """Install a reader, and return a file for it."""
    install(site, "sendframe-kent", "shown_r", READER, "[sendframe.readers]\nkent = shown_r\n")
    path = tmp_path / "table.csv"
    path.write_text("a", encoding="utf-8")
    return path


WORDS = ("import", "table.csv", "--reader", "kent.t", "--out", "figures.json")


def test_a_file_becomes_figures(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What became of its rows is told; evidence is written where somebody says where."""
    printed, told = out(capsys, 0, *WORDS)
    assert printed == "figures.json\n"
    assert "1 of evidence left out" in told
    assert "2 rows read, 2 used" in told
    printed, _ = out(capsys, 0, *WORDS, "--evidence-out", "evidence.json", "--force")
    assert printed.splitlines() == ["figures.json", "evidence.json"]
    assert json.loads(Path("evidence.json").read_text(encoding="utf-8"))["evidence"][0]["id"] == "e"
    assert table.is_file()


@pytest.mark.parametrize(("text", "code"), [("fail", 3), ("wrong", 1)])
def test_a_file_that_cannot_be_used_writes_nothing(
    table: Path, text: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A failing reader is named; what a reader finds is told by row and column."""
    table.write_text(text, encoding="utf-8")
    printed, told = out(capsys, code, *WORDS)
    assert "Ann" not in printed + told
    assert "kent" in printed + told
    assert not Path("figures.json").exists()


def test_a_file_without_figures_is_told(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows that were left out are told with the reason; a note stops nothing."""
    table.write_text("note", encoding="utf-8")
    printed, told = out(capsys, 0, *WORDS)
    assert "note kent.t: odd" in printed
    assert "The file holds no figures" in told
    assert "1 left out, the first in row 1: odd" in told


def test_strict_stops_at_all_failures_together(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is told, nothing is written, and the exit code is 1."""
    for name in ("kent", "surrey"):
        points = CHECKS.replace("kent", name).format(module=f"shown_s_{name}")
        install(site, f"sendframe-{name}", f"shown_s_{name}", "1/0", points)
    out(capsys, 0, "new", "area")
    file = Path("area/portfolio.json")
    text = file.read_text(encoding="utf-8")
    names = '"plugins": ["kent", "surrey"],\n  "documents"'
    file.write_text(text.replace('"documents"', names, 1), encoding="utf-8")
    for words in (["report", "area", "--out", "o"], ["evaluate", "area"], ["check", "area"]):
        printed, told = out(capsys, 1, *words, "--strict")
        assert told.count("SFR900") == 2, printed
        assert not Path("o").exists()
    _, told = out(capsys, 3, "report", "area", "--out", "o")
    assert told.count("not scored: ") == 2
    assert "Not scored: plug-in 'kent'" in Path("o/board.md").read_text(encoding="utf-8")


def test_a_missing_plug_in_is_told_and_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """It is named on standard error and in every report; the exit code is that of the rest."""
    out(capsys, 0, "new", "area")
    file = Path("area/portfolio.json")
    text = file.read_text(encoding="utf-8")
    names = '"plugins": ["elsewhere"],\n  "documents"'
    file.write_text(text.replace('"documents"', names, 1), encoding="utf-8")
    _, told = out(capsys, 0, "report", "area", "--out", "o", "--profile", "sef-update")
    assert (
        told
        == "not here: the plug-in 'elsewhere', which the portfolio names: it may not run, or is not there.\n"
    )
    for each in ("md", "html", "json"):
        assert "'elsewhere'" in Path(f"o/sef-update.{each}").read_text(encoding="utf-8").replace(
            "&#39;", "'"
        )
    assert Catalogue.discover().absent(["elsewhere", "plain.text"]) == ("elsewhere",)


def _portfolio(**members: object) -> None:
    """Write a small portfolio with some members of its own."""
    assert cli.run(["new", "area"]) == 0
    file = Path("area/portfolio.json")
    raw = json.loads(file.read_text(encoding="utf-8")) | members
    file.write_text(json.dumps(raw, indent=2), encoding="utf-8")


def test_whatever_is_missing_is_told_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Rules, options and plug-ins that are not there: told, in the report too, and no more."""
    rule = {"indicator": "plans-within-20-weeks", "rule": "target-tolerence"}
    _portfolio(plugins=["kennt"], options={"htlm": {}}, rules=[rule])
    capsys.readouterr()
    _, told = out(capsys, 0, "report", "area", "--out", "o")
    lines = told.splitlines()
    assert any(each.startswith("not here: the plug-in 'kennt'") for each in lines)
    assert any("the options for 'htlm'" in each for each in lines)
    assert any("the rule 'target-tolerence'" in each for each in lines)
    text = Path("o/board.md").read_text(encoding="utf-8")
    assert text.count("Not here:") == len(lines)


def test_strict_counts_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    """A council's checks that are gone do not pass for well."""
    _portfolio(plugins=["kennt"])
    capsys.readouterr()
    for words in (["check", "area"], ["evaluate", "area"], ["report", "area", "--out", "o"]):
        _, told = out(capsys, 1, *words, "--strict")
        assert told.startswith("SFR901: The plug-in 'kennt'")
    assert not Path("o").exists()


DATA = """[sendframe.data]
kent = shown_data
[sendframe.checks]
kent = shown_check
"""


def test_a_finding_about_a_document_of_a_plug_in_names_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The document lies in no folder of the user's, so none is named before it."""
    source = GOOD.replace('"seen", about="kent"', '"seen", at=context.portfolio.documents[-1]')
    install(site, "sendframe-kent", "shown_check", source, DATA)
    (site / "shown_data").mkdir()
    term = {"id": "kent.word", "term": "plan", "meaning": {"default": "What is done."}}
    address = "https://sendframe.example/schemas/v1/glossary.schema.json"
    raw = {"$schema": address, "id": "kent.words", "title": {"default": "W"}, "terms": [term]}
    (site / "shown_data" / "words.json").write_text(json.dumps(raw), encoding="utf-8")
    _portfolio(plugins=["kent"], uses=["kent.words"])
    capsys.readouterr()
    printed, _ = out(capsys, 1, "check", "area", "--select", "kent.one")
    assert printed.startswith("plug-in:kent.words: warning kent.one: seen\n")
    assert "  from kent (sendframe-kent 1.2.0)\n" in printed


def _area(plugins: str) -> None:
    """Write a small portfolio that names plug-ins."""
    assert cli.run(["new", "area"]) == 0
    file = Path("area/portfolio.json")
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('"documents"', f'"plugins": {plugins},\n  "documents"', 1), "utf-8"
    )


def test_a_form_that_fails_leaves_the_others(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its plug-in is named, in the other forms too, and they are written."""
    points = "[sendframe.renderers]\nbad.form = shown_form\n"
    install(site, "sendframe-bad", "shown_form", "1/0", points)
    _area('["bad"]')
    capsys.readouterr()
    words = ["report", "area", "--out", "o", "--format", "bad.form", "--format", "markdown"]
    printed, told = out(capsys, 3, *words)
    assert printed == "o/board.md\n"
    assert told.count("failed (import) [shown_form.py:1]: ZeroDivisionError") == 1
    assert "plug-in 'bad.form'" in Path("o/board.md").read_text(encoding="utf-8")


def test_a_form_that_is_not_asked_for_is_not_imported(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A plug-in that would fail harms no report that does without it."""
    points = "[sendframe.renderers]\nbad.form = shown_other\n"
    install(site, "sendframe-bad", "shown_other", "1/0", points)
    _area('["bad"]')
    capsys.readouterr()
    assert out(capsys, 0, "report", "area", "--out", "o", "--format", "markdown")[1] == ""
    assert "shown_other" not in sys.modules
    _, told = out(capsys, 2, "report", "area", "--out", "o", "--format", "good.form")
    assert "there are: html, json, markdown" in told


READER_WITH_OPTIONS = """
import attrs

from sendframe.plugins import Account, Diagnostic, Import, Location, Reader, hookimpl

@attrs.frozen
class Options:
    year: int = 0
    name: str = ""

def read(source, options):
    told = f"the options are {options.year!r} and {options.name!r}"
    note = Diagnostic("kent.t", told, Location(source.name), severity="note")
    return Import(diagnostics=(note,), account=Account(1, 1))

@hookimpl.readers
def readers():
    return [Reader("kent.t", "Table", "A manual.", read, Options)]
"""


@pytest.fixture
def with_options(site: Path, tmp_path: Path) -> None:
    """Install a reader that has options, and write a file for it."""
    points = "[sendframe.readers]\nkent = shown_o\n"
    install(site, "sendframe-kent", "shown_o", READER_WITH_OPTIONS, points)
    (tmp_path / "table.csv").write_text("a", encoding="utf-8")


@pytest.mark.usefixtures("with_options")
def test_a_reader_is_given_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    """A value is JSON where it is JSON, and text where it is not; one row is one row."""
    words = ("--option", "year=2024", "--option", "name=Middle Vale")
    printed, told = out(capsys, 0, *WORDS, *words)
    assert "the options are 2024 and 'Middle Vale'" in printed
    assert "1 row read, 1 used" in told


@pytest.mark.usefixtures("with_options")
def test_options_that_do_not_fit_are_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """It is told as a failure, with exit code 3."""
    _, told = out(capsys, 3, *WORDS, "--option", "month=3")
    assert told.startswith("failed: plug-in 'kent'")
    assert "not scored" not in told


@pytest.mark.usefixtures("with_options")
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--option", "year"], "is not NAME=VALUE"),
        (["--option", "=1"], "is not NAME=VALUE"),
        (["--option", "year=1", "--option", "year=2"], "is given twice"),
        (["--evidence-out", "./figures.json"], "is the same file as --out"),
        (["--evidence-out", "table.csv", "--force"], "is the same file as FILE"),
        (["--evidence-out", "there.json"], "is there already"),
    ],
)
def test_a_call_that_is_not_understood_writes_nothing(
    words: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong options, and files that would be written over, are errors of the call."""
    Path("there.json").write_text("mine", encoding="utf-8")
    _, told = out(capsys, 2, *WORDS, *words)
    assert reason in " ".join(told.split())
    assert not Path("figures.json").exists()
    assert Path("there.json").read_text(encoding="utf-8") == "mine"
    assert Path("table.csv").read_text(encoding="utf-8") == "a"


@pytest.mark.parametrize("name", ["html", "target-tolerance", "1x"])
def test_a_name_of_ours_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The rule for names is told, and nothing is written."""
    _, told = out(capsys, 2, "plugins", "new", name, "--kind", "checks")
    assert "none of sendframe's own names" in " ".join(told.split())
    assert not Path(f"sendframe-{name}").exists()


def test_why_an_id_was_refused_is_shown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that two claim, and one whose plug-in fails, are there and cannot be used."""
    install(site, "sendframe-kent", "shown_k", GOOD, CHECKS.format(module="shown_k"))
    install(site, "sendframe-kent-too", "shown_t", GOOD, CHECKS.format(module="shown_t"))
    points = CHECKS.replace("kent", "bad").format(module="shown_b")
    install(site, "sendframe-bad", "shown_b", "1/0", points)
    printed, _ = out(capsys, 0, "plugins", "show", "kent.one")
    assert printed.startswith("nothing that can be used is called 'kent.one'; this failed:\n")
    assert "is claimed by" in printed
    printed, _ = out(capsys, 0, "plugins", "show", "bad.two")
    assert "ZeroDivisionError" in printed


def test_a_wrong_name_is_told_with_near_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """A few, not all there are."""
    _, told = out(capsys, 2, "plugins", "show", "htmk")
    assert "Near ones: html." in told
    _, told = out(capsys, 2, "plugins", "show", "zzzzzzzz")
    assert "`sendframe plugins list` lists all." in " ".join(told.split())


def test_documents_are_shown_below_their_plug_in(capsys: pytest.CaptureFixture[str]) -> None:
    """They stand below the entry for data, and nowhere else."""
    printed, _ = out(capsys, 0, "plugins", "show", "sendframe")
    lines = printed.splitlines()
    at = next(place for place, line in enumerate(lines) if ": data, " in line)
    assert lines[at + 1 : at + 3] == [
        "    board: a document of the kind 'profile'",
        "    sef-update: a document of the kind 'profile'",
    ]
    assert printed.count("    board:") == 1


def test_the_doctor_names_the_document_that_is_wrong(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the command that says what is wrong with it, or the rule for ids."""
    points = "[sendframe.data]\nkent = shown_data\nsurrey = shown_none\n"
    install(site, "sendframe-kent", "unused", "", points)
    folder = site / "shown_data"
    folder.mkdir()
    (folder / "broken.json").write_text("{", encoding="utf-8")
    words = _plugin_starter.plugin_files("other", ["data"])["src/sendframe_other_data/data.json"]
    (folder / "stray.json").write_bytes(words)
    printed, _ = out(capsys, 1, "plugins", "doctor")
    assert f"`sendframe validate {(folder / 'broken.json').as_posix()}`" in printed
    assert "that others may refer to with 'kent.'" in printed
    assert "surrey" in printed


def test_the_doctor_leaves_what_is_disabled_alone(
    site: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that a disabled distribution has as well clashes with nothing."""
    install(site, "sendframe-kent", "shown_k", GOOD, CHECKS.format(module="shown_k"))
    install(site, "sendframe-kent-too", "shown_t", GOOD, CHECKS.format(module="shown_t"))
    file = tmp_path / "config.toml"
    file.write_text('[plugins]\ndisable = ["sendframe-kent-too"]\n', encoding="utf-8")
    monkeypatch.setenv("SENDFRAME_CONFIG", str(file))
    printed, _ = out(capsys, 0, "plugins", "doctor")
    assert "is used by" not in printed
    file.write_text("[plugins", encoding="utf-8")
    printed, _ = out(capsys, 1, "plugins", "doctor")
    assert "are not found" not in printed
    assert file.as_posix() in printed
    assert printed.endswith("1 to put right.\n")


def test_the_doctor_says_where_settings_would_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where there are none."""
    monkeypatch.delenv("SENDFRAME_CONFIG", raising=False)
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    printed, _ = out(capsys, 0, "plugins", "doctor")
    assert f"there is no file {tmp_path.as_posix()}" in printed
    assert "sendframe/config.toml" in printed


def starter(kind: str) -> Any:
    """Return the one record of a new plug-in of a kind."""
    text = _plugin_starter.plugin_files(NAME, [kind])[f"src/sendframe_{NAME}/{kind}.py"].decode()
    space: dict[str, Any] = {"__name__": f"shown_{kind}"}
    exec(text, space)
    (record,) = space[kind]()
    return record


@pytest.mark.parametrize(
    ("direction", "value", "band", "shortfall"),
    [
        ("higher", 99.0, "meets", "0.0%"),
        ("higher", 60.0, "meets", "0.0%"),
        ("higher", 55.0, "close", "5.0%"),
        ("higher", 54.9, "far", "5.1%"),
        ("lower", 1.0, "meets", "0.0%"),
        ("lower", 64.0, "close", "4.0%"),
        ("lower", 99.0, "far", "39.0%"),
    ],
)
def test_the_rule_to_start_from_knows_which_way_is_better(
    direction: Any, value: float, band: str, shortfall: str
) -> None:
    """A figure better than the law asks meets the standard, however far from it."""
    rule = starter("scoring_rules")
    told = scoring_context([value], direction=direction, options=rule.options())
    law = StatutoryStandard(
        statement=Text(default="The duty."), source=Source(title="An act"), level=60.0
    )
    made = rule.score(
        attrs.evolve(told, indicator=attrs.evolve(told.indicator, statutory_standard=law))
    )
    assert isinstance(made, Score)
    assert (made.band, made.formula) == (band, f"shortfall = {shortfall}")
    assert made.tone == {"meets": "better", "close": "between", "far": "worse"}[band]


def test_the_rule_to_start_from_refuses_by_name() -> None:
    """Without a level in law, without a better way, without a figure."""
    rule = starter("scoring_rules")
    law = StatutoryStandard(
        statement=Text(default="The duty."), source=Source(title="An act"), level=60.0
    )
    reasons = []
    for values, direction, standard in (
        ([1.0], "higher", None),
        ([1.0], "neutral", law),
        ([None], "higher", law),
    ):
        told: Any = scoring_context(values, direction=direction, as_at=date(2026, 1, 31))
        indicator = attrs.evolve(told.indicator, statutory_standard=standard)
        made = rule.score(attrs.evolve(told, indicator=indicator))
        assert isinstance(made, Refusal)
        reasons.append(made.reason)
    assert reasons == [
        "The law names no level for this.",
        "Neither higher nor lower is better.",
        "There is no figure.",
    ]


def test_the_rule_to_start_from_stands_in_the_documentation() -> None:
    """The page that makes a plug-in by hand has the same rule, word for word."""
    page = Path(__file__).parents[3] / "docs" / "how-to" / "write-a-plug-in.md"
    text = _plugin_starter.plugin_files(NAME, ["scoring_rules"])
    source = text[f"src/sendframe_{NAME}/scoring_rules.py"].decode()
    rule = source[source.index("def score(") : source.index("@hookimpl")]
    assert rule in page.read_text(encoding="utf-8")


def test_the_reader_to_start_from_accounts_for_every_row() -> None:
    """Rows without a figure and empty rows are counted, by line of the file and by reason."""
    data = b'area,year,on_time\nZZ0000001,2023,\n\n"ZZ0000001",2024,67.6\nZZ0000002,2024, \n'
    made = run(starter("readers"), data)
    assert not made.diagnostics
    assert made.observations is not None
    assert (made.account.rows_read, made.account.rows_used) == (4, 1)
    assert [(each.reason, each.rows, each.first_row) for each in made.account.left_out] == [
        ("there is no figure", 2, 2),
        ("the row is empty", 1, 3),
    ]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"area,year,on_time\n" + b"x" * 200_000, 2),
        (bytes(200_000), 1),
        (b'area,year,on_time\n"ZZ', 2),
        (b"area,year,on_time\nZZ0000001,2024\n", 2),
        (b'area,year,on_time\n\n"a\nb",2024,1\n', 4),
    ],
)
def test_the_reader_to_start_from_answers_what_is_no_table(data: bytes, line: int) -> None:
    """A diagnostic says in which line, and nothing is raised."""
    (found,) = run(starter("readers"), data).diagnostics
    assert found.location.line == line
