"""Extensions: validated against schemas that are data, and kept whatever is installed."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest

from sendframe.documents import (
    ExtensionRules,
    LibraryDocument,
    converter,
    dump,
    extension_rules,
    extension_schema,
    load_document,
    load_folder,
    validate_path,
)
from sendframe.documents._raw_document import read_raw
from sendframe.model import Extension, FrozenMap, Period, Priority, value_class
from tests.unit.documents.raw_folder import actions, brief, document, manifest, put

SCHEMA = {
    "type": "object",
    "properties": {
        "district": {"type": "string", "pattern": "^[A-Z][a-z]+$"},
        "schools": {"$ref": "#/$defs/count"},
        "names": {"type": "array", "items": {"type": "string"}, "maxItems": 2},
        "sizes": {"type": "object", "additionalProperties": {"type": "integer"}},
        "kind": {"enum": ["a", 1, {"b": True}]},
        "code": {"type": "string", "pattern": "^[0-9]{3}$", "description": "Number of the ward."},
    },
    "required": ["district"],
    "additionalProperties": False,
    "$defs": {"count": {"type": "integer", "minimum": 0}},
}


def extension(schema: Any = None, **more: Any) -> dict[str, Any]:
    """Return the extension schema of kent for actions."""
    result = {"name": "kent", "extends": ["action"], "schema": SCHEMA if schema is None else schema}
    return document("extension", "kent.extension", **(result | more))


class Shelf:
    """A library with the extension schema of kent."""

    wrong: str | None = None

    def __init__(self, *documents: LibraryDocument, there: tuple[str, ...] = ("kent",)) -> None:
        self.documents = {document.id: document for document in documents}
        self.there = there
        self.allowed: list[tuple[str, ...]] = []

    def allowing(self, names: Iterable[str]) -> "Shelf":
        """Return what may be used where these are named."""
        self.allowed.append(tuple(names))
        return self if "kent" in self.allowed[-1] else Shelf(there=())

    def document(self, id: str) -> LibraryDocument | None:  # noqa: A002
        """Return a document."""
        return self.documents.get(id)

    def extension(self, name: str) -> ExtensionRules | None:
        """Return the rules of kent."""
        return extension_rules(extension()) if name in self.there and not self.wrong else None

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the documents."""
        return tuple(sorted(self.documents))

    def names(self) -> tuple[str, ...]:
        """Return the names of the plug-ins."""
        return self.there

    def has(self, name: str) -> bool:
        """Say whether a plug-in is there."""
        return name in self.there

    def brings(self, id: str) -> bool:  # noqa: A002
        """Say whether the plug-in of an id is there."""
        return id.partition(".")[0] in self.there

    def reason(self, id: str) -> str | None:  # noqa: A002
        """Say what is wrong with the plug-in of an id."""
        return self.wrong if id.partition(".")[0] in self.there else None


def problems_of(folder: Path, kept: Any, **more: Any) -> list[tuple[str, str, str]]:
    """Return what is reported of a folder in which an action has an extension of kent."""
    put(
        folder,
        portfolio=manifest("a.json", plugins=["kent"], **more),
        a=actions("one", extensions={"kent": kept}),
    )
    return brief(validate_path(folder, library=Shelf))


AT = "/actions/0/extensions/kent"


@pytest.mark.parametrize(
    ("kept", "result"),
    [
        ({"district": "Thanet"}, []),
        ({"district": "Thanet", "schools": 3, "names": ["a"], "sizes": {"a": 1}}, []),
        ({"district": 3}, [("SFR101", "/district")]),
        ({"district": "THANET"}, [("SFR105", "/district")]),
        ({"schools": 3}, [("SFR102", "")]),
        ({"district": "Thanet", "schools": -1}, [("SFR107", "/schools")]),
        ({"district": "Thanet", "more": 1}, [("SFR103", "/more")]),
        ({"district": "Thanet", "names": ["a", "b", "c"]}, [("SFR108", "/names")]),
        ({"district": "Thanet", "sizes": {"x": "y"}}, [("SFR101", "/sizes/x")]),
        ([], [("SFR101", "")]),
        (
            {"district": 3, "schools": -1},
            [("SFR101", "/district"), ("SFR107", "/schools")],
        ),
    ],
)
def test_an_extension_is_validated_against_its_schema(
    tmp_path: Path, kept: Any, result: list[tuple[str, str]]
) -> None:
    """Every problem at once, each with the line and column of the document."""
    wanted = [(code, "a.json", AT + place) for code, place in result]
    assert sorted(problems_of(tmp_path, kept)) == sorted(wanted)


def test_the_help_contains_the_description_of_the_field(tmp_path: Path) -> None:
    """A pattern of a plug-in is shown with what the field is; values that are no texts as JSON."""
    kept = {"district": "THANET", "kind": 7, "code": "12"}
    put(
        tmp_path,
        portfolio=manifest("a.json", plugins=["kent"]),
        a=actions("one", extensions={"kent": kept}),
    )
    code, district, kind = sorted(
        validate_path(tmp_path, library=Shelf), key=lambda diagnostic: diagnostic.location.pointer
    )
    assert code.help == "Number of the ward. It must match ^[0-9]{3}$."
    assert district.help == "Write text that matches ^[A-Z][a-z]+$."
    assert district.message == "'THANET' does not match the pattern"
    assert kind.help == """Write one of 'a', 1, {"b": true}."""


def test_an_extension_of_another_kind_of_thing_is_reported(tmp_path: Path) -> None:
    """An extension in a thing of another kind is an error: there it means nothing."""
    result = problems_of(
        tmp_path, {"district": "Thanet"}, extensions={"kent": {"district": "Thanet"}}
    )
    assert result == [("SFR113", "portfolio.json", "/extensions/kent")]


def test_an_extension_that_nothing_describes_is_kept_and_told_once(tmp_path: Path) -> None:
    """A note says so, once for a name; the document is valid, and loads with its extension."""
    kept = {"kent": {"anything": [1, None]}}
    both = actions("one", "two", extensions=kept)
    notes = put(tmp_path, portfolio=manifest("a.json"), a=both)
    assert [(note.code, note.severity) for note in notes] == [("SFR111", "note")]
    assert notes[0].location.line
    (register,) = load_folder(tmp_path).documents
    assert register.actions[0].extensions == FrozenMap({"kent": FrozenMap({"anything": (1, None)})})
    assert b'"anything"' in dump(register)


def test_a_plug_in_that_the_portfolio_does_not_name_describes_nothing(tmp_path: Path) -> None:
    """What is installed counts only where the portfolio allows it."""
    put(tmp_path, portfolio=manifest("a.json"), a=actions("one", extensions={"kent": 3}))
    assert [item.code for item in validate_path(tmp_path, library=Shelf)] == ["SFR111"]


class Broken(Shelf):
    """A library in which kent cannot be used."""

    wrong = "plug-in 'kent' (sendframe-kent 1.0) failed (discover): needs sendframe >=99"


def test_an_extension_says_why_its_plug_in_cannot_look_at_it(tmp_path: Path) -> None:
    """The plug-in is there and named, so that it must be put right and not installed."""
    put(
        tmp_path,
        portfolio=manifest("a.json", plugins=["kent"]),
        a=actions("one", extensions={"kent": 3}),
    )
    (note,) = validate_path(tmp_path, library=Broken)
    assert (note.code, note.severity) == ("SFR111", "note")
    assert "needs sendframe >=99" in note.message


def test_an_area_describes_its_own_extension(tmp_path: Path) -> None:
    """An extension document of the portfolio has the schema, and no plug-in is needed."""

    def nobody() -> Shelf:
        raise AssertionError

    put(
        tmp_path,
        portfolio=manifest("a.json", "x.json"),
        a=actions("one", extensions={"kent": {"district": 3}}),
        x=extension(extends=["any"]),
    )
    result = brief(validate_path(tmp_path, library=nobody))
    assert result == [("SFR101", "a.json", f"{AT}/district")]


def test_a_single_document_is_validated_with_all_installed_plug_ins(tmp_path: Path) -> None:
    """Without a portfolio nothing narrows what describes extensions."""
    put(tmp_path, a=actions("one", extensions={"kent": {"district": 3}}))
    result = validate_path(tmp_path / "a.json", library=Shelf)
    assert brief(result) == [("SFR101", "a.json", f"{AT}/district")]
    put(tmp_path, a=actions("one", extensions={"kent": {"district": "Thanet"}}))
    assert validate_path(tmp_path / "a.json", library=Shelf) == ()
    assert load_document(tmp_path / "a.json", library=Shelf).id == "actions"


def test_extensions_of_a_document_that_is_no_json_are_not_looked_at(tmp_path: Path) -> None:
    """What could not be read has one problem, and not a second one."""
    put(tmp_path, portfolio=manifest("a.json"), a=actions("one"))
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    assert [item.code for item in validate_path(tmp_path, library=Shelf)] == ["SFR002"]


WRONG = {
    "unknown keyword": ({"uniqueItems": True}, "/uniqueItems"),
    "inner keyword": ({"items": {"not": {}}}, "/items/not"),
    "not a schema": ({"items": True}, "/items"),
    "a schema that is true": ({"properties": {"a": 3}}, "/properties/a"),
    "types": ({"type": ["string", "null"]}, "/type"),
    "properties": ({"properties": []}, "/properties"),
    "enum": ({"enum": []}, "/enum"),
    "required": ({"required": [3]}, "/required"),
    "required no list": ({"required": "a"}, "/required"),
    "minimum": ({"minimum": "3"}, "/minimum"),
    "length": ({"maxLength": -1}, "/maxLength"),
    "pattern": ({"pattern": "^(a+)+$"}, "/pattern"),
    "pattern no text": ({"pattern": 3}, "/pattern"),
    "far reference": ({"$ref": "https://example.org/a.json"}, "/$ref"),
    "file reference": ({"$ref": "file:///etc/passwd"}, "/$ref"),
    "lost reference": ({"$ref": "#/$defs/a"}, "/$ref"),
    "no reference": ({"$ref": 3, "$defs": {"a": {}}}, "/$ref"),
    "reference with company": (
        {"items": {"$ref": "#/$defs/a", "type": "string"}, "$defs": {"a": {}}},
        "/items/$ref",
    ),
    "definitions": ({"$defs": []}, "/$defs"),
    "inner definitions": ({"items": {"$defs": {}}}, "/items/$defs"),
    "additional": ({"additionalProperties": True}, "/additionalProperties"),
    "additional alone": ({"additionalProperties": False}, "/additionalProperties"),
    "refers to itself": (
        {"$ref": "#/$defs/a", "$defs": {"a": {"items": {"$ref": "#/$defs/a"}}}},
        "",
    ),
    "grows": (
        {
            "$ref": "#/$defs/a0",
            "$defs": {
                f"a{n}": {
                    "properties": {each: {"$ref": f"#/$defs/a{n + 1}"} for each in "xy"},
                }
                for n in range(30)
            }
            | {"a30": {"type": "string"}},
        },
        "",
    ),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_schema_that_could_reach_out_or_take_long_is_refused(name: str) -> None:
    """Schemas of plug-ins are not trusted: each part that is not accepted is reported with its position."""
    schema, place = WRONG[name]
    data = dump_raw(extension(schema))
    diagnostics = {
        (diagnostic.code, diagnostic.location.pointer)
        for diagnostic in read_raw(data, "x.json").diagnostics
    }
    assert ("SFR112", f"/schema{place}") in diagnostics


def dump_raw(raw: Any) -> bytes:
    """Return JSON as bytes."""
    import json

    return json.dumps(raw).encode()


@pytest.mark.parametrize(
    "schema",
    [
        SCHEMA,
        {},
        {"enum": ["a", 3], "title": "A"},
        {"const": 3, "$comment": "x"},
        {"items": {"type": "number", "minimum": 0.5, "maximum": 3}, "minItems": 1},
        {"properties": {"a": {"additionalProperties": {"type": "null"}}}},
        {"$ref": "#/$defs/a", "$defs": {"a": {"type": "string", "examples": ["b"]}}},
    ],
)
def test_plain_schemas_are_accepted(schema: Any) -> None:
    """Whatever looks at one value at a time."""
    assert read_raw(dump_raw(extension(schema)), "x.json").diagnostics == ()


def test_a_schema_that_is_no_object_is_told_by_the_schema_of_the_document() -> None:
    """One problem is reported once."""
    diagnostics = read_raw(dump_raw(extension([])), "x.json").diagnostics
    assert [diagnostic.code for diagnostic in diagnostics] == ["SFR101"]


@value_class
class Kept(Extension):
    """What kent keeps.

    Attributes:
        district: The district.
        lead: Who leads there.
        near: Other districts.
    """

    extension_name: ClassVar[str] = "kent"

    district: str
    lead: Priority | None = None
    near: tuple[str, ...] = ()


def test_a_class_gives_the_schema_of_what_it_reads() -> None:
    """It describes the fields, defines the classes they use, and contains no keyword of sendframe."""
    schema = extension_schema(Kept)
    assert schema["properties"]["district"]["description"] == "The district."
    assert schema["required"] == ["district"]
    assert schema["properties"]["lead"]["$ref"] == "#/$defs/Priority"
    assert list(schema["$defs"]) == sorted(schema["$defs"])
    assert "Priority" in schema["$defs"]
    assert "x-is-a" not in str(schema)


@value_class
class Ward(Extension):
    """The ward of an action.

    Attributes:
        name: Its name.
        schools: How many schools it has.
    """

    extension_name: ClassVar[str] = "kent"

    name: str
    schools: int = 0


def test_a_class_of_plain_values_needs_no_definitions() -> None:
    """Its schema is complete without any, and is accepted as that of an extension."""
    schema = extension_schema(Ward)
    assert list(schema["properties"]) == ["name", "schools"]
    assert "$defs" not in schema
    assert read_raw(dump_raw(extension(schema)), "x.json").diagnostics == ()


@value_class
class Visit(Extension):
    """A visit to a district.

    Attributes:
        on: The day.
        figure: A quantity of it.
        term: The term it was in.
        kept: A priority with all it can hold.
    """

    extension_name: ClassVar[str] = "kent"

    on: date
    figure: float
    term: Period
    kept: Priority | None = None


def test_a_class_with_days_and_periods_gives_a_schema_that_is_accepted() -> None:
    """What schemas of extensions cannot say is left out of it; the class refuses it when read."""
    schema = extension_schema(Visit)
    assert read_raw(dump_raw(extension(schema)), "x.json").diagnostics == ()
    rules = extension_rules(extension(schema))
    sound = {"on": "2026-01-31", "figure": 1, "term": {"kind": "academic_year", "start_year": 2025}}
    assert list(rules.engine(sound)) == []
    assert len(list(rules.engine(sound | {"on": "31/01/2026"}))) == 1
    assert len(list(rules.engine(sound | {"term": {"kind": "school year"}}))) == 1
    with pytest.raises(ExceptionGroup):
        converter().structure(sound | {"on": "2026-02-31"}, Visit)
