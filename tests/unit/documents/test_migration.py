"""Steps from version to version: how they are chained, and what is refused."""

import copy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sendframe import schemas
from sendframe.documents import Draft, MigrationStep, migrate, replay
from sendframe.errors import CannotMigrate, InvalidValue
from sendframe.schemas import SchemaName, identifier, parse_identifier
from tests.unit.documents.older import STEPS, evidence, item, older_version, write_schema


@pytest.fixture(autouse=True)
def _older(tmp_path: Path) -> Iterator[None]:
    """Let there be v0, and v2 of evidence, in which an id is called a name."""
    with older_version(tmp_path / "schemas"):
        schema = copy.deepcopy(schemas.read("evidence"))
        schema["$id"] = schema["properties"]["$schema"]["const"] = identifier("evidence", "v2")
        schema["properties"]["name"] = schema["properties"].pop("id")
        schema["required"] = ["$schema", "name", "headline"]
        schema["properties"]["headline"] = schema["properties"].pop("title")
        write_schema(tmp_path / "schemas", "evidence", "v2", schema)
        yield


def second_step(draft: Draft) -> None:
    """Bring evidence from v1 to v2."""
    draft.rename("/id", "name")
    draft.rename("/title", "headline")
    draft.drop("/completeness")


CHAIN = (*STEPS, MigrationStep("evidence", "v1", "v2", second_step))


def test_one_step_is_done_and_told() -> None:
    """Every change stands with its place in the old and in the new document."""
    old = evidence(mood="glum", evidence=[item("e", kind="Dip sample", origin={"body": "us"})])
    before = copy.deepcopy(old)
    made = migrate(old, "evidence", "v0")
    assert old == before
    assert made.version == "v0"
    assert made.document == {
        "$schema": identifier("evidence"),
        "id": "evidence",
        "title": {"default": "Evidence"},
        "completeness": "full",
        "evidence": [
            {"id": "e", "title": {"default": "e"}, "kind": "dip-sample", "source_body": "us"}
        ],
    }
    assert [str(each) for each in made.changes] == [
        "converted /$schema → /$schema",
        "renamed /headline → /title",
        "converted /evidence/0/kind → /evidence/0/kind",
        "moved /evidence/0/origin/body → /evidence/0/source_body",
        "defaulted /completeness",
        "dropped /evidence/0/origin",
        "dropped /mood (lost: everything it said)",
    ]
    assert [each.old for each in made.losses] == ["/mood"]
    assert made.origin("/title/default") == "/headline/default"
    assert replay(old, made.changes) == made.document


def test_steps_are_done_one_after_the_other() -> None:
    """Changes of a chain are told once, from the first document to the last."""
    old = evidence(evidence=[item("e")])
    made = migrate(old, "evidence", "v0", target="v2", steps=CHAIN)
    assert made.document["headline"] == {"default": "Evidence"}
    assert [str(each) for each in made.changes] == [
        "converted /$schema → /$schema",
        "renamed /id → /name",
        "converted /evidence/0/kind → /evidence/0/kind",
    ]
    assert made.losses == ()
    assert replay(old, made.changes) == made.document


def test_a_document_of_the_version_wanted_is_the_same() -> None:
    """Nothing is done to it, and nothing told."""
    old = evidence()
    made = migrate(old, "evidence", "v0", target="v0")
    assert (made.document, made.changes) == (old, ())


def refusal(step: Callable[[Draft], None] | None) -> CannotMigrate:
    """Return why a step is refused."""
    with pytest.raises(CannotMigrate) as raised:
        migrate(evidence(), "evidence", "v0", steps=[MigrationStep("evidence", "v0", "v1", step)])
    assert raised.value.code == "SFR023"
    return raised.value


def test_a_missing_step_is_told() -> None:
    """With the version from which nothing leads on."""
    with pytest.raises(CannotMigrate) as raised:
        migrate(evidence(), "evidence", "v0", target="v2", steps=STEPS)
    found = raised.value
    told = (found.kind, found.source, found.target, found.reason)
    assert told == ("evidence", "v1", "v2", "there is no step for it")
    assert "'evidence' cannot be brought from version v1 to v2" in str(raised.value)


def test_steps_that_part_or_lead_back_are_told() -> None:
    """Which way to go is never guessed, and no way is gone for ever."""
    part = (*STEPS, MigrationStep("evidence", "v0", "v2"))
    back = (MigrationStep("evidence", "v0", "v3"), MigrationStep("evidence", "v3", "v0"))
    for steps in (part, back):
        with pytest.raises(CannotMigrate, match="part, or lead back"):
            migrate(evidence(), "evidence", "v0", steps=steps)


def test_a_step_that_raises_is_told_without_its_words() -> None:
    """The text of its error may hold what the document says."""

    def step(draft: Draft) -> None:
        raise KeyError(draft.value("/headline/default"))

    assert refusal(step).reason == "the step failed: KeyError"


def test_a_step_that_asks_for_what_cannot_be_is_told() -> None:
    """With the place at which it would have overwritten something."""
    found = refusal(lambda draft: draft.rename("/headline", "id"))
    assert found.reason.startswith("the step is wrong: /headline cannot be renamed")


def test_a_step_whose_result_breaks_the_schema_is_told() -> None:
    """With the rule and the place, and without the value."""
    assert refusal(None).reason.startswith("the result breaks the schema: ")

    def step(draft: Draft) -> None:
        draft.rename("/headline", "title")
        draft.convert("/title/default", lambda _: 7)

    assert refusal(step).reason == "the result breaks the schema: type at /title/default"


def test_a_step_to_a_version_without_schema_is_told() -> None:
    """Nothing is accepted that could not be held against a schema."""
    steps = [MigrationStep("evidence", "v0", "v7")]
    with pytest.raises(CannotMigrate, match="no schema of that version"):
        migrate(evidence(), "evidence", "v0", target="v7", steps=steps)


def test_a_step_cannot_change_what_it_does_not_tell() -> None:
    """Values it is handed are copies: what it does to them without a verb has no effect."""
    old = evidence(evidence=[item("e")])

    def step(draft: Draft) -> None:
        draft.rename("/headline", "title")
        draft.value("/evidence").clear()
        draft.convert("/evidence/0/kind", lambda _: "survey")

    made = migrate(old, "evidence", "v0", steps=[MigrationStep("evidence", "v0", "v1", step)])
    assert [each["id"] for each in made.document["evidence"]] == ["e"]
    assert old == evidence(evidence=[item("e")])


@pytest.mark.parametrize("version", ["1", "v", "v-1", "v1.0", ""])
def test_a_step_names_versions(version: str) -> None:
    """Both ends of a step are versions."""
    for ends in ((version, "v1"), ("v1", version)):
        with pytest.raises(InvalidValue):
            MigrationStep("evidence", *ends)


def test_versions_have_an_age() -> None:
    """How many versions a schema lies before the current one."""
    assert parse_identifier(identifier("evidence", "v0")) == SchemaName("v0", "evidence")
    assert SchemaName("v0", "evidence").age == 1
    assert SchemaName("v1", "evidence").age == 0
    assert SchemaName("v12", "evidence").age == -11
    assert parse_identifier(identifier("evidence", "v01")) is None
