"""``sendframe plugins new``: a plug-in to start from."""

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from sendframe.api import _plugin_starter
from sendframe.model import Source, StatutoryStandard, Text
from sendframe.plugins import KINDS, Refusal, Score, Table
from sendframe.testing import run, scoring_context, small_portfolio
from tests.unit.cli.command import out

pytestmark = pytest.mark.usefixtures("own_place")


NAME = "kenton"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_plug_in_holds_what_its_kind_needs(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every file is printed; the metadata declares the kind; no placeholder is left."""
    printed, messages = out(capsys, 0, "plugins", "new", NAME, "--kind", kind)
    files = printed.splitlines()
    assert f"sendframe-{NAME}/pyproject.toml" in files
    assert messages == f"Next: python -m pip install -e sendframe-{NAME}\n"
    texts = {file: Path(file).read_text(encoding="utf-8") for file in files}
    assert f"sendframe.{kind}" in texts[f"sendframe-{NAME}/pyproject.toml"]
    assert not any(
        "@" in text.replace("@hookimpl", "").replace("@attrs", "") for text in texts.values()
    )
    has_code = any(file.endswith("py.typed") for file in files)
    assert has_code is (kind != "data")


def test_a_plug_in_of_all_kinds_can_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    """One package with a module for each kind, and one of data."""
    options = [word for kind in KINDS for word in ("--kind", kind)]
    printed, _ = out(capsys, 0, "plugins", "new", NAME, *options, "--out", "all")
    assert {f"all/src/sendframe_{NAME}/{kind}.py" for kind in KINDS if kind != "data"} <= set(
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
    _, messages = out(capsys, 2, *words)
    assert "use lower-case letters, digits and hyphens, with a letter first" in messages
    assert not Path("x").exists()


@pytest.mark.parametrize("name", ["html", "target-tolerance", "1x"])
def test_a_name_of_ours_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The rule for names is reported, and nothing is written."""
    _, messages = out(capsys, 2, "plugins", "new", name, "--kind", "checks")
    assert "none of sendframe's own names" in " ".join(messages.split())
    assert not Path(f"sendframe-{name}").exists()


def test_a_folder_that_holds_something_is_ignored(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written into it."""
    Path("full").mkdir()
    Path("full/a").touch()
    _, messages = out(capsys, 1, "plugins", "new", NAME, "--kind", "checks", "--out", "full")
    assert "the folder is not empty" in messages
    assert [item.name for item in Path("full").iterdir()] == ["a"]


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
    messages = scoring_context([value], direction=direction, options=rule.options())
    law = StatutoryStandard(
        statement=Text(default="The duty."), source=Source(title="An act"), level=60.0
    )
    made = rule.score(
        attrs.evolve(messages, indicator=attrs.evolve(messages.indicator, statutory_standard=law))
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
        messages: Any = scoring_context(values, direction=direction, as_at=date(2026, 1, 31))
        indicator = attrs.evolve(messages.indicator, statutory_standard=standard)
        made = rule.score(attrs.evolve(messages, indicator=indicator))
        assert isinstance(made, Refusal)
        reasons.append(made.reason)
    assert reasons == [
        "The law names no level for this.",
        "Neither higher nor lower is better.",
        "There is no figure.",
    ]


def test_the_rule_to_start_from_is_in_the_documentation() -> None:
    """The page that makes a plug-in by hand has the same rule, word for word."""
    page = Path(__file__).parents[3] / "docs" / "how-to" / "write-a-plug-in.md"
    text = _plugin_starter.plugin_files(NAME, ["scoring_rules"])
    source = text[f"src/sendframe_{NAME}/scoring_rules.py"].decode()
    rule = source[source.index("def score(") : source.index("@hookimpl")]
    assert rule in page.read_text(encoding="utf-8")


def test_the_section_to_start_from_lists_who_leads() -> None:
    """A priority without a lead says so; without a priority there is no section."""
    kind = starter("sections")
    section = run(kind, small_portfolio())
    assert section is not None
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Help comes early.", "None given"]
    ]
    assert run(kind, small_portfolio(), options=kind.options(most=0)).blocks[0].rows == ()
    assert run(kind, attrs.evolve(small_portfolio(), documents=())) is None


def test_the_reader_to_start_from_accounts_for_every_row() -> None:
    """Rows without a figure and empty rows are counted, by line of the file and by reason."""
    data = b'area,year,on_time\nZZ0000001,2023,\n\n"ZZ0000001",2024,67.6\nZZ0000002,2024, \n'
    made = run(starter("readers"), data)
    assert not made.diagnostics
    assert made.observations is not None
    assert (made.account.rows_read, made.account.rows_used) == (4, 1)
    assert [(item.reason, item.rows, item.first_row) for item in made.account.left_out] == [
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
    (result,) = run(starter("readers"), data).diagnostics
    assert result.location.line == line
