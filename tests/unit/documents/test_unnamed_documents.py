"""A document that portfolio.json does not name, and that others refer to, is named once."""

import json
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import load_documents, load_folder, validate_path
from sendframe.errors import Diagnostic, InvalidDocument
from tests.unit.documents.raw_folder import actions, brief, document, manifest, put
from tests.unit.documents.test_plugin_documents import Shelf, brought

AREA = {"code": "ZZ0000001", "name": "Wyeford", "kind": "local-authority"}
HEAD = "indicator,area,period_kind,period,value\n"


def owned(*bodies: str) -> dict[str, Any]:
    """Return actions, each of a body."""
    raw = actions(*(f"a{number}" for number, _ in enumerate(bodies)))
    for action, body in zip(raw["actions"], bodies, strict=True):
        action["action_leads"] = [{"role": "Lead", "body": body}]
    return raw


def governance(id_: str, *bodies: str) -> dict[str, Any]:
    """Return bodies."""
    listed = [{"id": body, "name": body, "kind": "board"} for body in bodies]
    return document("governance", id_, bodies=listed)


def found(folder: Path, **files: Any) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a folder, without those of the bodies themselves."""
    put(folder, **files)
    return tuple(d for d in validate_path(folder) if d.code in ("SFR201", "SFR211"))


def test_a_forgotten_line_is_one_message(tmp_path: Path) -> None:
    """It is at the list of documents, says which file to add, and where the first reference is."""
    files = {"a": owned("board", "board", "forum"), "g": governance("g", "board", "forum")}
    (problem,) = found(tmp_path, portfolio=manifest("a.json"), **files)
    assert (problem.code, problem.location.pointer) == ("SFR211", "/documents")
    assert problem.location.line
    assert problem.message == (
        "the file g.json of this folder defines 'board', and is not named here"
    )
    assert problem.help == 'Add "g.json" to "documents".'
    assert problem.related[0].location.pointer == "/actions/0/action_leads/0/body"
    assert found(tmp_path, portfolio=manifest("a.json", "g.json"), **files) == ()


def test_what_no_file_defines_is_still_reported_at_its_place(tmp_path: Path) -> None:
    """A misspelt id among them too."""
    files = {"a": owned("board", "bord"), "g": governance("g", "board")}
    result = found(tmp_path, portfolio=manifest("a.json"), **files)
    assert sorted(brief(result)) == [
        ("SFR201", "a.json", "/actions/1/action_leads/0/body"),
        ("SFR211", "portfolio.json", "/documents"),
    ]


def test_files_that_cannot_be_what_was_forgotten_are_passed_over(tmp_path: Path) -> None:
    """No JSON, another program's, another portfolio, another edition, a link out of the folder."""
    outside, tmp_path = tmp_path / "bodies.json", tmp_path / "area"
    outside.write_text(json.dumps(governance("y", "board")), encoding="utf-8")
    (tmp_path / "deep").mkdir(parents=True)
    (tmp_path / "l.json").symlink_to(outside)
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    (tmp_path / "deep/g.json").write_text(json.dumps(governance("x", "forum")), encoding="utf-8")
    files = {
        "a": owned("board"),
        "c": {"board": 1},
        "d": governance("g", "board"),
        "g": governance("g"),
    }
    (problem,) = found(tmp_path, portfolio=manifest("a.json", "g.json"), p=manifest(), **files)
    assert problem.code == "SFR201"
    files["a"] = owned("board", "forum")
    one, other = found(tmp_path, portfolio=manifest("a.json", "g.json"), **files)
    assert {one.code, other.code} == {"SFR201", "SFR211"}
    assert 'Add "deep/g.json" to "documents".' in {one.help, other.help}


def test_a_table_of_figures_whose_indicators_were_forgotten(tmp_path: Path) -> None:
    """One message for all rows and tables."""
    rate = {"id": "rate", "title": {"default": "Rate"}, "unit": "percent", "polarity": "neutral"}
    files: dict[str, Any] = {
        "f": document("observations", "f", table="t.csv", areas=[AREA]),
        "h": document("observations", "h", table="u.csv", areas=[AREA]),
        "i": document("indicator-set", "i", indicators=[rate]),
        "t": f"{HEAD}rate,ZZ0000001,calendar_year,2024,5\n",
        "u": f"{HEAD}rate,ZZ0000001,calendar_year,2023,5\n",
    }
    (problem,) = found(tmp_path, portfolio=manifest("f.json", "h.json"), **files)
    assert (problem.code, problem.help) == ("SFR211", 'Add "i.json" to "documents".')


CRITERION = {
    "criterion": "kent.c1",
    "judgement": {"rating": None, "made_on": {"value": "2026-01-01"}, "by": "x"},
}


@pytest.mark.parametrize(
    ("plugins", "help_"),
    [
        (["kent"], 'Add "kent.criteria" to "uses".'),
        ([], 'Add "kent.criteria" to "uses", and "kent" to "plugins".'),
        (7, 'Add "kent.criteria" to "uses", and "kent" to "plugins".'),
    ],
)
def test_a_document_of_a_plug_in_that_is_not_used_is_the_cause(
    tmp_path: Path, plugins: Any, help_: str
) -> None:
    """It is named with its plug-in, in place of each reference into it."""
    raw = document(
        "self-evaluation", "sef", edition="1", as_at="2026-01-01", entries=[CRITERION] * 2
    )
    put(tmp_path, portfolio=manifest("s.json", plugins=plugins), s=raw)
    problems = [
        d
        for d in validate_path(tmp_path, library=lambda: Shelf(brought()))
        if d.code in ("SFR201", "SFR211")
    ]
    (problem,) = problems
    assert (problem.code, problem.location.pointer, problem.help) == ("SFR211", "", help_)
    assert "the document 'kent.criteria' of the plug-in 'kent' defines 'kent.c1'" in problem.message


def test_documents_without_a_portfolio_miss_no_line(tmp_path: Path) -> None:
    """Each reference is reported: there is no manifest that could name a file."""
    put(tmp_path, a=owned("board"), g=governance("g", "board"))
    with pytest.raises(InvalidDocument) as caught:
        load_documents([tmp_path / "a.json"])
    assert "SFR201" in {problem.code for problem in caught.value.diagnostics}


@pytest.mark.parametrize("odd", [["g"], {"g": 1}, 7, None])
def test_an_id_that_is_no_text_is_compared_with_none(tmp_path: Path, odd: object) -> None:
    """Neither in a document that is named nor in one that is forgotten; the schema reports it."""
    files = {"a": {**owned("board"), "id": odd}, "g": {**governance("g", "board"), "id": odd}}
    told = brief(put(tmp_path, portfolio=manifest("a.json"), **files))
    assert [place[1:] for place in told if place[2] == "/id"] == [("a.json", "/id")]


def note(folder: Path) -> list[Diagnostic]:
    """Return the notes on documents that nobody reads."""
    return [d for d in validate_path(folder) if d.code == "SFR217"]


def test_a_copy_that_nobody_reads_is_noted(tmp_path: Path) -> None:
    """It is a note at the list of documents, also where the copy has the id of the original."""
    put(tmp_path, portfolio=manifest("g.json"), g=governance("g", "board"))
    assert validate_path(tmp_path) == ()
    put(tmp_path, **{"g (copy)": governance("g", "board")})
    (problem,) = validate_path(tmp_path)
    assert (problem.code, problem.severity) == ("SFR217", "note")
    assert problem.location.pointer == "/documents"
    assert problem.message == (
        "1 document is in this folder and not named here, so that nobody reads it: 'g (copy).json'"
    )
    for name in "abc":
        put(tmp_path, **{name: governance(name)})
    (problem,) = note(tmp_path)
    assert problem.message.startswith("4 documents are in this folder and not named here")
    assert problem.message.endswith("reads them: 'a.json', 'b.json', 'c.json' and 1 more")
    load_folder(tmp_path)  # it is no error


def test_what_is_no_document_of_the_portfolio_is_not_noted(tmp_path: Path) -> None:
    """Results, mappings, other JSON, what cannot be read, hidden folders, and other portfolios."""
    put(tmp_path, portfolio=manifest())
    others = ("evaluation", "shown-figures", "release-mapping", "report", "portfolio")
    put(tmp_path, **{f"my-{kind}": document(kind, kind) for kind in others})
    (tmp_path / "plain.json").write_bytes(b'{"a": 1}')
    (tmp_path / "gone.json").symlink_to("not-there.json")
    (tmp_path / "link.json").symlink_to(tmp_path.parent / "elsewhere.json")
    for name in (".vscode", "other"):
        (tmp_path / name / "inner").mkdir(parents=True)
        put(tmp_path / name / "inner", g=governance("g"))
    put(tmp_path / "other", portfolio=manifest(), g=governance("g"))
    assert note(tmp_path) == []
    put(tmp_path / "other", x=governance("x"))
    (tmp_path / "other" / "portfolio.json").unlink()
    assert note(tmp_path)[0].message.startswith("3 documents are")


def test_a_manifest_without_a_list_is_noted_as_a_whole(tmp_path: Path) -> None:
    """A folder that is no portfolio has no note."""
    raw = manifest()
    del raw["documents"]
    put(tmp_path, portfolio=raw, g=governance("g"))
    assert note(tmp_path)[0].location.pointer == ""
    (tmp_path / "portfolio.json").unlink()
    assert note(tmp_path) == []


def test_a_file_that_is_read_by_another_name_is_not_noted(tmp_path: Path) -> None:
    """The manifest may name a link to it."""
    put(tmp_path, portfolio=manifest("link.json"), g=governance("g"))
    (tmp_path / "link.json").symlink_to("g.json")
    assert validate_path(tmp_path) == ()


def test_a_document_that_is_missing_is_reported_once(tmp_path: Path) -> None:
    """What others refer to is an error already, and no note as well."""
    files = {"a": owned("board"), "g": governance("g", "board")}
    assert [d.code for d in found(tmp_path, portfolio=manifest("a.json"), **files)] == ["SFR211"]
    assert note(tmp_path) == []
