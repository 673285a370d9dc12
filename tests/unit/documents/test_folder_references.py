"""References between documents of a portfolio, reported with both positions."""

from pathlib import Path
from typing import Any

from tests.unit.documents.raw_folder import actions, brief, document, manifest, put

CSV = "indicator,area,period_kind,period,value\n"


def test_one_id_in_two_documents(tmp_path: Path) -> None:
    """SFR202 is reported in the later document, with the position in the earlier one."""
    (diagnostic,) = put(
        tmp_path,
        portfolio=manifest("b.json", "c.json"),
        b=actions("a"),
        c=actions("x", "a", id_="other"),
    )
    assert brief((diagnostic,)) == [("SFR202", "c.json", "/actions/1/id")]
    (first,) = diagnostic.related
    assert str(first.location.file).endswith("/b.json")
    assert (first.location.pointer, first.location.line) == ("/actions/0/id", 9)


def test_three_of_one_id(tmp_path: Path) -> None:
    """Twice in one document and once in another: two are reported, each once."""
    result = put(
        tmp_path,
        portfolio=manifest("b.json", "c.json"),
        b=actions("a"),
        c=actions("a", "a", id_="other"),
    )
    assert brief(result) == [
        ("SFR202", "c.json", "/actions/0/id"),
        ("SFR202", "c.json", "/actions/1/id"),
    ]


def figures(id_: str, *, kind: str = "local-authority", title: str = "R") -> dict[str, Any]:
    """Return a set of figures with one area and one release."""
    return document(
        "observations",
        id_,
        areas=[{"code": "ZZ0000001", "name": id_, "kind": kind}],
        releases=[{"id": "r", "title": title, "publisher": "P"}],
    )


def test_sets_of_figures_share_areas_and_releases(tmp_path: Path) -> None:
    """A portfolio may contain several imports about one area; what disagrees is reported."""
    sets = manifest("b.json", "c.json")
    assert put(tmp_path, portfolio=sets, b=figures("one"), c=figures("two")) == ()
    result = put(
        tmp_path, portfolio=sets, b=figures("one"), c=figures("two", kind="region", title="S")
    )
    assert brief(result) == [
        ("SFR202", "c.json", "/areas/0/code"),
        ("SFR202", "c.json", "/releases/0/id"),
    ]


def test_one_figure_of_one_release_that_two_documents_give(tmp_path: Path) -> None:
    """Where equal it is accepted; where different both positions are reported, in documents and in tables."""
    indicators = document(
        "indicator-set",
        "i",
        indicators=[
            {"id": "late", "title": {"default": "Late"}, "unit": "percent", "direction": "lower"}
        ],
    )
    row = {"indicator": "late", "area": "ZZ0000001", "release": "r", "value": 7}
    row["period"] = {"kind": "calendar_year", "year": 2024}
    one = {**figures("one"), "observations": [row]}
    two = {**figures("two"), "table": "t.csv"}
    head = "indicator,area,period_kind,period,value,release\n"
    sets = manifest("b.json", "c.json", "i.json")
    same = f"{head}late,ZZ0000001,calendar_year,2024,7,r\n"
    assert put(tmp_path, portfolio=sets, b=one, c=two, i=indicators, t=same) == ()
    (diagnostic,) = put(
        tmp_path, portfolio=sets, b=one, c=two, i=indicators, t=same.replace(",7,", ",8,")
    )
    assert brief((diagnostic,)) == [("SFR405", "t.csv", "")]
    (first,) = diagnostic.related
    assert (first.location.pointer, first.location.line) == ("/observations/0", 22)


def test_a_reference_to_nothing_is_told_with_both_ends(tmp_path: Path) -> None:
    """SFR201 is reported where the id is used, with the position of the nearest id."""
    (diagnostic,) = put(
        tmp_path,
        portfolio=manifest("b.json", "c.json"),
        b=actions("train-staff"),
        c=actions("other", id_="more", depends_on=["train-stafff"]),
    )
    assert brief((diagnostic,)) == [("SFR201", "c.json", "/actions/0/depends_on/0")]
    assert diagnostic.suggestion == "train-staff"
    (end,) = diagnostic.related
    assert (end.location.pointer, end.location.line) == ("/actions/0/id", 9)
    assert str(end.location.file).endswith("/b.json")


def test_a_reference_to_another_kind_names_what_has_the_id(tmp_path: Path) -> None:
    """An id that belongs to another kind of thing is reported with its position."""
    (diagnostic,) = put(
        tmp_path,
        portfolio=manifest("b.json"),
        b=actions("a", depends_on=["wyeford-portfolio"]) | {"id": "wyeford-portfolio"},
    )
    assert diagnostic.code == "SFR201"
    stray, first = diagnostic.related
    assert stray.location.pointer == "/id"
    assert "'action-register'" in stray.message
    assert (first.location.pointer, first.location.line) == ("/actions/0/id", 9)
    assert "first of the kind 'action'" in first.message


def test_a_reference_to_nothing_like_it_names_the_first_of_its_kind(tmp_path: Path) -> None:
    """Where no id is near, SFR201 names where things of that kind are."""
    (diagnostic,) = put(
        tmp_path,
        portfolio=manifest("b.json", "c.json"),
        b=actions("one", "two"),
        c=actions("three", id_="more", depends_on=["quite-another"]),
    )
    assert diagnostic.suggestion is None
    (end,) = diagnostic.related
    assert str(end.location.file).endswith("/b.json")
    assert (end.location.pointer, end.location.line) == ("/actions/0/id", 9)


def test_a_reference_to_a_kind_of_which_there_is_none_names_an_empty_list(tmp_path: Path) -> None:
    """Where there is nothing of that kind, SFR201 names a list that could contain it."""
    rules = [{"indicator": "late", "rule": "direction-of-travel"}]
    (diagnostic,) = put(
        tmp_path,
        portfolio=manifest("i.json", "j.json", rules=rules),
        i=document("indicator-set", "i", indicators=[]),
        j=document("indicator-set", "j", indicators=[]),
    )
    assert brief((diagnostic,)) == [("SFR201", "portfolio.json", "/rules/0/indicator")]
    (end,) = diagnostic.related
    assert str(end.location.file).endswith("/i.json")
    assert (end.location.pointer, end.location.line) == ("/indicators", 7)
    assert "an empty list of the kind" in end.message


def test_a_reference_has_no_other_end_where_the_portfolio_has_none(tmp_path: Path) -> None:
    """Where neither a thing of that kind nor a list for it exists, SFR201 names no other position."""
    rules = [{"indicator": "late", "rule": "direction-of-travel"}]
    (diagnostic,) = put(tmp_path, portfolio=manifest(rules=rules))
    assert (diagnostic.code, diagnostic.related) == ("SFR201", ())


def test_a_document_named_twice_is_told_with_both_places(tmp_path: Path) -> None:
    """SFR202 names the first place; the manifest, which names itself, has its beginning."""
    again, itself = put(
        tmp_path, portfolio=manifest("b.json", "b.json", "portfolio.json"), b=actions("a")
    )
    assert brief((again, itself)) == [
        ("SFR202", "portfolio.json", "/documents/1"),
        ("SFR202", "portfolio.json", "/documents/2"),
    ]
    ends = [item.related[0].location for item in (again, itself)]
    assert [(item.pointer, item.line) for item in ends] == [("/documents/0", 19), ("", 1)]
