"""Documents of plug-ins that a portfolio uses, and the notes where they are missing."""

import json
from pathlib import Path
from typing import Any

from sendframe.documents import (
    LibraryDocument,
    NoLibrary,
    belongs_to_any,
    load_folder,
    no_library,
    validate_path,
)
from sendframe.documents._diagnostic_list import MAX_DIAGNOSTICS
from sendframe.documents._raw_document import read_raw
from tests.unit.documents.raw_folder import actions, brief, document, manifest, put
from tests.unit.documents.test_extension import Broken, Shelf

CRITERIA = document(
    "criteria-set",
    "kent.criteria",
    publisher="Kent",
    version="1",
    criteria=[
        {"id": "kent.c1", "code": "1", "kind": "local", "wording": {"default": "Help is near."}}
    ],
)


def brought() -> LibraryDocument:
    """Return the criteria of kent as a library has them."""
    raw = read_raw(json.dumps(CRITERIA).encode(), "kent:criteria.json")
    assert raw.is_sound
    return LibraryDocument("kent.criteria", raw, "kent")


def words(id_: str) -> LibraryDocument:
    """Return a glossary of kent without a word."""
    raw = read_raw(json.dumps(document("glossary", id_, terms=[])).encode(), f"{id_}.json")
    return LibraryDocument(id_, raw, "kent")


def shelf() -> Shelf:
    """Return a library with the criteria of kent."""
    return Shelf(brought())


def evaluation(criterion: str) -> dict[str, Any]:
    """Return an edition with one entry."""
    return document(
        "self-evaluation",
        "sef",
        area="ZZ0000001",
        edition="2025",
        criteria_sets=["kent.criteria"],
        entries=[{"id": "e1", "criterion": criterion}],
    )


def folder_of(tmp_path: Path, criterion: str = "kent.c1", **more: Any) -> Path:
    """Write a folder whose edition speaks of a criterion of kent."""
    names = {"plugins": ["kent"], "uses": ["kent.criteria"]} | more
    put(tmp_path, portfolio=manifest("s.json", **names), s=evaluation(criterion))
    return tmp_path


def test_a_document_of_a_plug_in_is_loaded(tmp_path: Path) -> None:
    """What refers to it leads somewhere; it comes last, and its file is among what was read."""
    folder = folder_of(tmp_path)
    diagnostics = [item for item in validate_path(folder, library=shelf) if item.severity != "note"]
    assert diagnostics == [], [str(item) for item in diagnostics]
    portfolio = load_folder(folder, library=shelf)
    assert [item.id for item in portfolio.documents] == ["sef", "kent.criteria"]
    assert portfolio.taken_in == ("kent.criteria",)
    assert portfolio.missing == ()
    assert "kent:criteria.json" in {item.path for item in portfolio.inputs}


def test_a_dangling_reference_into_it_is_reported(tmp_path: Path) -> None:
    """The document is there, so its ids are known; the nearest is named."""
    diagnostics = validate_path(folder_of(tmp_path, "kent.c2"), library=shelf)
    assert [(diagnostic.code, diagnostic.suggestion) for diagnostic in diagnostics] == [
        ("SFR201", "kent.c1")
    ]
    assert diagnostics[0].related[0].location.file == "kent:criteria.json"


def test_an_id_that_both_define_is_reported(tmp_path: Path) -> None:
    """Documents of plug-ins share the ids of the portfolio."""
    folder = folder_of(tmp_path)
    own = CRITERIA | {"id": "own"}
    put(
        folder,
        portfolio=manifest("s.json", "c.json", plugins=["kent"], uses=["kent.criteria"]),
        c=own,
    )
    assert "SFR202" in {item.code for item in validate_path(folder, library=shelf)}


def test_without_the_plug_in_everything_else_is_read(tmp_path: Path) -> None:
    """A note names what is missing, and references into it are accepted."""
    folder = folder_of(tmp_path)
    notes = [(item.code, item.severity, item.location.pointer) for item in validate_path(folder)]
    assert notes == [("SFR903", "note", "/plugins/0"), ("SFR208", "note", "/uses/0")]
    portfolio = load_folder(folder)
    assert [item.id for item in portfolio.documents] == ["sef"]
    (said,) = portfolio.missing
    assert "kent.criteria" in said


def test_other_references_to_nothing_are_told_without_the_plug_in_too(tmp_path: Path) -> None:
    """Only ids of the missing plug-in are excused."""
    diagnostics = validate_path(folder_of(tmp_path, "kentish.c1"))
    assert sorted(diagnostic.code for diagnostic in diagnostics) == ["SFR201", "SFR208", "SFR903"]


def test_a_plug_in_that_is_not_named_brings_nothing(tmp_path: Path) -> None:
    """The help names what to add."""
    (diagnostics, *_) = validate_path(folder_of(tmp_path, plugins=[]), library=shelf)
    assert diagnostics.code == "SFR207"
    assert "Add 'kent' to \"plugins\"" in diagnostics.help


def test_a_document_that_the_plug_in_does_not_have_is_reported(tmp_path: Path) -> None:
    """With the nearest id, where one is near; else with all there are."""
    diagnostics = validate_path(
        folder_of(tmp_path, uses=["kent.criterai", "kent.x"]), library=shelf
    )
    problems = [
        (diagnostic.code, diagnostic.suggestion, diagnostic.help)
        for diagnostic in diagnostics
        if diagnostic.code == "SFR207"
    ]
    assert problems == [
        ("SFR207", "kent.criteria", "Write 'kent.criteria'."),
        ("SFR207", None, "There are: kent.criteria."),
    ]


def test_not_all_documents_there_are_are_listed(tmp_path: Path) -> None:
    """The first are, and how many more there are."""
    there = [words(f"kent.w{n:02d}") for n in range(23)]
    folder = folder_of(tmp_path, uses=["kent.zzzzzz"])
    (result, *_) = validate_path(folder, library=lambda: Shelf(*there))
    assert result.help.startswith("There are: kent.w00, kent.w01, ")
    assert result.help.endswith(", kent.w19, and 3 more.")


def test_of_many_names_only_the_first_have_the_nearest_looked_for(tmp_path: Path) -> None:
    """A portfolio may name thousands that are missing; they are reported up to the limit."""
    names = [f"kennt{n}" for n in range(3000)]
    there = tuple(f"kent{n}" for n in range(300))
    put(tmp_path, portfolio=manifest("a.json", plugins=names), a=actions("one"))
    diagnostics = validate_path(tmp_path, library=lambda: Shelf(there=there))
    assert [diagnostic.code for diagnostic in diagnostics] == ["SFR903"] * MAX_DIAGNOSTICS
    assert diagnostics[0].suggestion is not None
    assert diagnostics[-1].suggestion is None


def test_documents_beyond_the_bound_are_not_looked_up(tmp_path: Path) -> None:
    """After a thousand problems no more ids are looked up."""
    names = [f"kent.d{n}" for n in range(MAX_DIAGNOSTICS + 9)]
    asked: list[str] = []

    class Asked(Shelf):
        def document(self, id: str) -> LibraryDocument | None:  # noqa: A002
            asked.append(id)
            return super().document(id)

    diagnostics = validate_path(folder_of(tmp_path, uses=names), library=lambda: Asked(brought()))
    assert [diagnostic.code for diagnostic in diagnostics].count("SFR207") == MAX_DIAGNOSTICS
    assert set(asked) == set(names[: MAX_DIAGNOSTICS + 1])


def test_a_text_too_long_for_an_id_belongs_to_no_plug_in(tmp_path: Path) -> None:
    """The schema rejects it; it is not split at each of its dots."""
    long = "a." * 50_000
    folder = folder_of(tmp_path, f"{long}y", uses=["kent.criteria", f"{long}x"])
    diagnostics = validate_path(folder, library=shelf)
    assert {(diagnostic.code, diagnostic.location.pointer) for diagnostic in diagnostics} == {
        ("SFR106", "/entries/0/criterion"),
        ("SFR106", "/uses/1"),
    }
    assert not belongs_to_any("a." * 60, {"a." * 54 + "a"})
    assert belongs_to_any("a." * 60, {"a"})


def test_a_document_that_is_named_twice_is_reported(tmp_path: Path) -> None:
    """It is loaded once."""
    folder = folder_of(tmp_path, uses=["kent.criteria", "kent.criteria"])
    assert brief(validate_path(folder, library=shelf)) == [("SFR202", "portfolio.json", "/uses/1")]


def test_what_is_no_list_of_texts_is_left_to_the_schema(tmp_path: Path) -> None:
    """One problem is reported once."""
    put(tmp_path, portfolio=manifest("a.json", uses=[3, ""], plugins=7), a=actions("one"))
    codes = {item.code for item in validate_path(tmp_path, library=shelf)}
    assert codes == {"SFR101", "SFR106"}


def test_the_library_is_not_called_where_it_is_not_needed(tmp_path: Path) -> None:
    """A portfolio that names none, and has no extension, is read without looking for plug-ins."""

    def nobody() -> Shelf:
        raise AssertionError

    put(tmp_path, portfolio=manifest("a.json"), a=actions("one"))
    assert validate_path(tmp_path, library=nobody) == ()


def test_where_nothing_is_installed_nothing_is_brought() -> None:
    """The empty library answers every question with nothing."""
    empty = no_library()
    assert isinstance(empty, NoLibrary)
    assert empty.allowing(["kent"]) == empty
    assert (empty.document("kent.a"), empty.extension("kent")) == (None, None)
    assert (empty.ids(), empty.brings("kent.a"), empty.reason("kent.a")) == ((), False, None)
    assert (empty.names(), empty.has("kent")) == ((), False)


def test_a_misspelt_plug_in_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A note with its line: nothing is wrong with the documents, and nothing of it runs."""
    put(tmp_path, portfolio=manifest("a.json", plugins=["kennt", "x"]), a=actions("one"))
    first, second = validate_path(tmp_path, library=shelf)
    assert (first.code, first.severity, first.suggestion) == ("SFR903", "note", "kent")
    assert first.location.line
    assert second.suggestion is None
    assert "Install it" in second.help


def test_a_document_whose_plug_in_is_broken_says_why(tmp_path: Path) -> None:
    """The portfolio is valid: all else is read, as without the plug-in."""
    (note,) = validate_path(folder_of(tmp_path), library=Broken)
    assert (note.code, note.severity) == ("SFR208", "note")
    assert "needs sendframe >=99" in note.message
    assert "Correct the plug-in" in note.help
    assert "needs sendframe >=99" in load_folder(tmp_path, library=Broken).missing[0]


def test_rows_of_a_table_are_read_without_the_plug_in(tmp_path: Path) -> None:
    """Figures of its indicators stay, and are offered no other indicator's name."""
    figures = document("observations", "f", table="t.csv", areas=[
        {"code": "ZZ0000001", "name": "Wyeford", "kind": "local-authority"}
    ])  # fmt: skip
    table = "indicator,area,period_kind,period,value\nkent.rate,ZZ0000001,calendar_year,2024,5\n"
    names = {"plugins": ["kent"], "uses": ["kent.indicators"]}
    put(tmp_path, portfolio=manifest("f.json", **names), f=figures, t=table)
    assert {item.code for item in validate_path(tmp_path)} == {"SFR208", "SFR903"}
    assert len(load_folder(tmp_path).observations) == 1
    other = table.replace("kent.rate", "other.rate")
    put(tmp_path, t=other)
    assert "SFR201" in {item.code for item in validate_path(tmp_path)}
