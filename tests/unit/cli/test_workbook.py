"""``sendframe workbook`` as people run it: what is written, what is printed, and exit codes."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from sendframe.api import export_workbook, printed_fields
from tests.unit.cli.command import out, printed

STARTER = Path(__file__).parents[3] / "src" / "sendframe" / "api" / "starter"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a portfolio in ``plan``, and return that."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(STARTER, tmp_path / "plan"))


def edit(cells: dict[str, object], sheet: str = "Actions", name: str = "plan.xlsx") -> None:
    """Write cells into a sheet of a workbook."""
    book = openpyxl.load_workbook(name)
    for cell, value in cells.items():
        book[sheet][cell] = value
    book.save(name)


def test_export_and_read(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each change is printed with its cell; --check writes nothing; read twice, nothing is new."""
    assert printed(capsys, 0, "workbook", "export", "plan", "--out", "plan.xlsx") == "plan.xlsx\n"
    same = "0 changes; the documents stay as they are.\n"
    assert printed(capsys, 0, "workbook", "read", "plan.xlsx", "--into", "plan") == same
    edit({"H2": "Dec 26"})
    before = (plan / "actions.json").read_bytes()
    line = (
        "plan.xlsx[Actions]!H2: one-team: Due: 'September 2026' -> 'Dec 26' "
        "(read as December 2026)\n"
    )
    assert line in printed(capsys, 0, "workbook", "read", "plan.xlsx", "--into", "plan", "--check")
    assert (plan / "actions.json").read_bytes() == before
    text = printed(capsys, 0, "workbook", "read", "plan.xlsx", "--into", "plan")
    assert "warning SFR427" in text
    assert (plan / "actions.json").read_bytes() != before
    assert text.endswith("1 change in actions.json, written.\n")
    assert printed(capsys, 0, "workbook", "read", "plan.xlsx", "--into", "plan") == same


def test_a_workbook_of_somebody_else_is_kept(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that sendframe did not write, or that was changed since, is replaced with --force only."""
    del plan
    printed(capsys, 0, "workbook", "export", "plan", "--out", "out/plan.xlsx")
    printed(capsys, 0, "workbook", "export", "plan", "--out", "out/plan.xlsx")
    edit({"H2": "Dec 26"}, name="out/plan.xlsx")
    before = Path("out/plan.xlsx").read_bytes()
    _, errors = out(capsys, 1, "workbook", "export", "plan", "--out", "out/plan.xlsx")
    assert "SFR018" in errors
    assert Path("out/plan.xlsx").read_bytes() == before
    printed(capsys, 0, "workbook", "export", "plan", "--out", "out/plan.xlsx", "--force")
    assert Path("out/plan.xlsx").read_bytes() != before


def test_csv_files(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same sheets, one file each, are read back."""
    del plan
    printed(capsys, 0, "workbook", "export", "plan", "--out", "sheets", "--format", "csv")
    path = Path("sheets/Actions.csv")
    cells = path.read_text(encoding="utf-8-sig")
    path.write_text(cells.replace("September 2026", "2027"), encoding="utf-8-sig")
    text = printed(capsys, 0, "workbook", "read", "sheets", "--into", "plan")
    assert text.startswith("sheets[Actions]!H2: one-team: Due: 'September 2026' -> '2027'\n")


def test_into_a_new_folder(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each document is named, and what has no cell; a folder that has files is refused."""
    printed(capsys, 0, "workbook", "export", "plan", "--out", "plan.xlsx")
    words = ("workbook", "read", "plan.xlsx", "--new", "made/new")
    checked = printed(capsys, 0, *words, "--check")
    assert "actions.json lacks what no cell holds, or not exactly: note\n" in checked
    assert checked.endswith(" cells: nothing was written.\n")
    assert not Path("made").exists()
    text = printed(capsys, 0, *words)
    assert "\nnew document: strategy.json\n" in text
    assert text.endswith(" cells, written.\n")
    assert printed(capsys, 0, "validate", "made/new")
    _, errors = out(capsys, 1, *words)
    assert errors.startswith("SFR018: cannot write made/new: the folder is not empty")
    assert {path.name for path in plan.iterdir()} > {
        path.name for path in Path("made/new").iterdir()
    }


def test_a_typed_workbook_needs_an_area(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    """Which the export of another folder has; --into and --new are one or the other."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Plans")
    sheet.append(["Title", "Kind", "Status"])
    sheet.append(["Our plan", "strategy", "draft"])
    book.save("typed.xlsx")
    words = ("workbook", "read", "typed.xlsx")
    _, errors = out(capsys, 1, *words, "--new", "new")
    assert "it needs an area" in errors
    text = printed(capsys, 0, *words, "--new", "new", "--area", "E10000008")
    assert text.endswith("2 documents with 3 cells, written.\n")
    one = printed(capsys, 0, *words, "--into", str(plan))
    assert (
        "new document: our-plan.json\n3 changes in portfolio.json, our-plan.json, written." in one
    )
    for options in ((), ("--into", "plan", "--new", "x"), ("--into", "plan", "--area", "884")):
        _, errors = out(capsys, 2, *words, *options)
        assert "--new" in errors


FORMATS = ("text", "json", "concise", "github", "sarif", "gitlab")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a portfolio, and a workbook of it with a day that there is not."""
    folder = tmp_path_factory.mktemp("faulty")
    shutil.copytree(STARTER, folder / "plan")
    export_workbook(folder / "plan", folder / "plan.xlsx", sheets=["actions"])
    edit({"H2": "12/31/2026"}, name=str(folder / "plan.xlsx"))
    return folder


@pytest.mark.parametrize("form", FORMATS)
def test_problems_stand_at_their_cells(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """In every format, and nothing is written."""
    monkeypatch.chdir(faulty)
    before = Path("plan/actions.json").read_bytes()
    words = ("workbook", "read", "plan.xlsx", "--into", "plan", "--output-format", form)
    text = printed(capsys, 1, *words)
    assert Path("plan/actions.json").read_bytes() == before
    if form == "json":
        (each,) = json.loads(text)
        assert each["location"]["sheet"] == "Actions"
        assert each["location"]["cell"] == "H2"
    elif form == "sarif":
        (place,) = json.loads(text)["runs"][0]["results"][0]["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "plan.xlsx"
        assert place["logicalLocations"] == [{"fullyQualifiedName": "[Actions]!H2"}]
    else:
        assert "plan.xlsx[Actions]!H2" in text


def test_options_of_reading(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows are removed, sides taken, faulty cells left out and columns kept when asked for."""
    printed(capsys, 0, "workbook", "export", "plan", "--out", "plan.xlsx")
    book = openpyxl.load_workbook("plan.xlsx")
    book["Calendar"].delete_rows(2)
    book["Actions"]["H2"] = "12/31/2026"
    book["Actions"]["W1"], book["Actions"]["W2"] = "Our code", "B-7"
    book.save("plan.xlsx")
    words = ("--remove", "--except-faulty", "--keep-column", "Our code", "--take", "files")
    text = printed(capsys, 0, "workbook", "read", "plan.xlsx", "--into", "plan", *words)
    assert "plan.xlsx[Calendar]: removed: SEND Board\n" in text
    actions = json.loads((plan / "actions.json").read_text(encoding="utf-8"))["actions"]
    assert actions[0]["extensions"] == {"workbook": {"Our code": "B-7"}}
    assert printed(capsys, 0, "validate", "plan") == "No problems found.\n"


def test_a_plan_from_nothing(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Documents and an empty workbook in one command; the first row that is typed is read."""
    del plan
    words = ("--area", "E10000008", "--kind", "improvement-plan", "--kind", "action-register")
    text = printed(capsys, 0, "workbook", "new", "new", *words, "--out", "new.xlsx")
    assert text.splitlines()[-1] == "new.xlsx"
    assert "Measures" in openpyxl.load_workbook("new.xlsx").sheetnames
    edit({"A2": "Open a hub", "H2": "Dec 26"}, name="new.xlsx")
    text = printed(capsys, 0, "workbook", "read", "new.xlsx", "--into", "new")
    assert "new.xlsx[Actions]!A2: open-a-hub: Title: nothing -> 'Open a hub'\n" in text
    assert printed(capsys, 0, "validate", "new") == "No problems found.\n"


def test_what_cannot_be_exported_or_read(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No workbook, no portfolio, no sheet of that name: each by its code."""
    assert "SFR017" in printed(capsys, 1, "workbook", "read", "gone.xlsx", "--into", "plan")
    Path("text.xlsx").write_text("words", encoding="utf-8")
    assert "SFR420" in printed(capsys, 1, "workbook", "read", "text.xlsx", "--into", "plan")
    _, errors = out(capsys, 2, "workbook", "export", "plan", "--out", "plan.xls")
    assert "does not end with .xlsx" in errors
    _, errors = out(capsys, 2, "workbook", "export", "plan", "--out", "a.xlsx", "--sheet", "Act")
    assert "SFR020" in errors
    (plan / "evidence.json").write_text("{", encoding="utf-8")
    assert "SFR002" in printed(capsys, 1, "workbook", "export", "plan", "--out", "a.xlsx")


def test_the_layout_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Sheets, columns, how each is read, and which reports print it."""
    text = printed(capsys, 0, "workbook", "layout")
    assert "\nActions\n  Title*: text. " in text
    assert "  Due: date. " in text
    assert printed_fields()
