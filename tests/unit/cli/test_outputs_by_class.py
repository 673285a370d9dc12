"""Each command states whether its output is public or internal; public ones hold no small count."""

import json
import re
from pathlib import Path

import pytest
from click import Group

from sendframe.cli._main import main
from sendframe.documents import dump_portfolio
from tests.unit.cli.command import out
from tests.unit.conftest import rate, seen, small
from tests.unit.plugins.fake import install

OF_FIGURES = {
    "check": ("internal", "public"),
    "compare": ("internal",),
    "disclosure": ("internal",),
    "evaluate": ("internal", "public"),
    "import": ("internal",),
    "report": ("public",),
    "revisions": ("internal",),
    "validate": ("internal",),
    "why": ("internal",),
    "workbook": ("internal",),
}
OTHERS = {"areas", "explain", "layout", "new", "plugins", "schema"}
"""They print no figure of a portfolio, those of `workbook` included."""

TELLS_ALL = """
    from sendframe.plugins import Check, ObservationSet, hookimpl

    def run(context):
        for id_, result in sorted(context.indicators.items()):
            for point in result.points:
                if point.value is not None:
                    yield context.diagnostic(
                        f"it is {point.value:.4f} of {point.numerator}", about=id_
                    )
            yield context.diagnostic("a remark without a figure", about=id_)
        for row in context.portfolio.observations:
            yield context.diagnostic(f"in the table: {row.value} of {row.numerator}")
        for set_ in context.portfolio.of(ObservationSet):
            for row in set_.observations:
                yield context.diagnostic(f"in the document: {row.value} of {row.numerator}")

    @hookimpl.checks
    def checks():
        return [Check("kent.tells-all", "Tells all", "What it checks: nothing.", run)]
"""
SMALL, SHOWN = "42.8571", "61.4035"
"""3 of 7, which is hidden, and 35 of 57."""


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a portfolio with a small count, and a check that prints every figure it is given."""
    points = "[sendframe.checks]\nkent = sendframe_kent_tells\n"
    install(tmp_path / "site", "sendframe-kent", "sendframe_kent_tells", TELLS_ALL, points)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.chdir(tmp_path)
    portfolio = small(rate(), seen(2021, 35, 57), seen(2022, 3, 7), plugins=("kent",))
    dump_portfolio(portfolio, tmp_path / "area")
    return tmp_path / "area"


def test_every_command_states_its_class() -> None:
    """In its help, for each that prints figures of a portfolio."""
    context = main.make_context("sendframe", ["--help"], resilient_parsing=True)
    assert set(main.list_commands(context)) == {*OF_FIGURES, *OTHERS} - {"layout"}
    for name, classes in OF_FIGURES.items():
        command = main.get_command(context, name)
        of_group = command.commands.values() if isinstance(command, Group) else [command]
        for each in of_group:
            if each.name not in OTHERS:
                words = re.findall("internal|public", each.help or "")
                assert set(words) == set(classes), (name, each.name)


@pytest.mark.usefixtures("area")
@pytest.mark.parametrize("name", ["github", "gitlab", "sarif"])
def test_annotations_hold_no_hidden_figure(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """The diagnostic stays, with another message; so do those that depend on shown figures."""
    text, errors = out(capsys, 1, "check", "area", "--output-format", name)
    assert SMALL not in text + errors
    assert SHOWN in text
    assert "a remark without a figure" in text
    assert text.count("depends on a figure that may not be shown") >= 1


@pytest.mark.usefixtures("area")
@pytest.mark.parametrize("name", ["text", "concise", "json"])
def test_what_is_internal_holds_every_figure(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """The same check in a terminal; the number of diagnostics is that of the public formats."""
    text, _ = out(capsys, 1, "check", "area", "--output-format", name)
    assert SMALL in text
    if name == "json":
        public = json.loads(out(capsys, 1, "check", "area", "--output-format", "gitlab")[0])
        assert len(json.loads(text)) == len(public)


@pytest.mark.usefixtures("area")
def test_reports_and_what_is_printed_of_them_hold_no_hidden_figure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In every format, nor does the record of them; the evaluation, which is internal, does."""
    formats = ("html", "markdown", "json", "csv")
    words = [word for name in formats for word in ("--format", name)]
    text, errors = out(
        capsys, 0, "report", "area", "--out", "build", *words, "--published", "shown.json"
    )
    files = [*Path("build").iterdir(), Path("shown.json")]
    everything = text + errors + "".join(file.read_text("utf-8") for file in files)
    for small_one in (SMALL, "42.857", "42.9", '"numerator": 3.0', '"numerator": 3,', "3 of 7"):
        assert small_one not in everything
    assert "61.4" in everything
    assert "42.857" in out(capsys, 0, "evaluate", "area")[0]


@pytest.mark.usefixtures("area")
def test_what_prints_figures_as_they_are_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """In text at its end, in JSON as a note; a table of CSV stays one, and messages have it."""
    says = "Internal: no disclosure control is applied."
    Path("other").mkdir()
    for file in Path("area").iterdir():
        Path("other", file.name).write_text(file.read_text("utf-8").replace("57", "58"), "utf-8")
    pair = ("area/figures.json", "other/figures.json")
    for words in (
        ("compare", "area", "other"),
        ("revisions", *pair),
        ("why", "area", "indicator/rate/2021"),
    ):
        assert out(capsys, 0, *words)[0].endswith(f"\n{says}\n")
        data = json.loads(out(capsys, 0, *words, "--output-format", "json")[0])
        assert data["note"] == says
    table, errors = out(capsys, 0, "revisions", *pair, "--output-format", "csv")
    assert says not in table
    assert errors == f"{says}\n"


COUNT = "48271"
"""It stands for a small count: a message that has it would have a smaller one as well."""
HEADER = "indicator,area,period_kind,period,value,numerator,denominator"
CELLS = ("rate", "ZZ0000001", "calendar_year", "2024", "30", "3", "10")
ODD = ("{}", "{}p", "c{}", "<{}", "{} (p)", "{}.5.1", "-{}", "{}%", '"{}"', "4{} 1", "{}e999")
TABLES = {
    "cells": "\n".join(
        [
            HEADER,
            *(
                ",".join((*CELLS[:at], odd.format(COUNT), *CELLS[at + 1 :]))
                for at in range(2, 7)  # an id is repeated: it names what is missing
                for odd in ODD
            ),
            f"rate,ZZ0000001,calendar_year,2023,30,{COUNT},10",
            f"rate,ZZ0000001,calendar_year,2022,30,3,{COUNT}",
            f"rate,ZZ0000001,calendar_year,2021,30,3,10,{COUNT}",
            f"{COUNT},ZZ0000001,calendar_year,2021,30,3,10",
            f"rate,{COUNT},calendar_year,2021,30,3,10",
            f"rate,ZZ0000001,{COUNT}",
        ]
    ),
    "no header": f"rate,ZZ0000001,calendar_year,2024,{COUNT},{COUNT},{COUNT}.5",
    "another separator": f"{HEADER}\nrate,ZZ0000001,calendar_year,2024,30,3,{COUNT}".replace(
        ",", ";"
    ),
    "a quotation mark": f'{HEADER}\nrate,ZZ0000001,calendar_year,2024,"{COUNT},3,10',
    "twice": "\n".join([HEADER, *[",".join((*CELLS[:4], COUNT, "", ""))] * 2]),
}
ENTRY = {
    "indicator": "rate",
    "area": "ZZ0000001",
    "period": {"kind": "calendar_year", "year": 2024},
    "value": 30,
    "numerator": 3,
    "denominator": 10,
}
WRONG = (int(COUNT), COUNT, -int(COUNT), [int(COUNT)], {"a": int(COUNT)}, f"<{COUNT}", True)
SETS = {
    "entries": json.dumps(
        [
            *({**ENTRY, key: wrong} for key in (*ENTRY, "symbol", "other") for wrong in WRONG),
            {**ENTRY, "numerator": int(COUNT), "denominator": 0},
            *[{**ENTRY, "value": int(COUNT)}] * 2,
            int(COUNT),
        ]
    ),
    "syntax": f'[{{"value": {COUNT} "numerator": 3}}]',
    "a number": f'[{{"value": 0{COUNT}}}]',
    "no end": f'[{{"value": "{COUNT}}}]',
    "a key twice": f'[{{"value": {COUNT}, "value": {COUNT}}}]',
}


@pytest.mark.usefixtures("area")
@pytest.mark.parametrize("name", [*TABLES, *SETS])
def test_no_message_about_a_mistake_in_figures_holds_a_count(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Whatever is wrong: in no format without lines of files, and in no public command."""
    figures = Path("area", "figures.json")
    document = json.loads(figures.read_text("utf-8"))
    if name in TABLES:
        document["table"] = "t.csv"
        del document["observations"]
        Path("area", "t.csv").write_text(f"{TABLES[name]}\n", encoding="utf-8")
        figures.write_text(json.dumps(document), encoding="utf-8")
    else:
        document["observations"] = "HERE"
        figures.write_text(json.dumps(document).replace('"HERE"', SETS[name]), encoding="utf-8")
    for command in ("check", "validate"):
        for form in ("github", "gitlab", "sarif", "json", "concise"):
            words, errors = out(capsys, 1, command, "area", "--output-format", form)
            assert "SFR" in words
            assert COUNT not in re.sub("[,. ]", "", re.sub("[0-9a-f]{64}", "", words + errors))
    for public in (("report", "area", "--out", "o"), ("evaluate", "area", "--shown")):
        words, errors = out(capsys, 1, *public)
        assert "SFR" in words
        assert COUNT not in re.sub("[,. ]", "", words + errors)
