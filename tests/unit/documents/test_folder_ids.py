"""The ids of a folder are known as far as its documents can be read."""

from pathlib import Path

from sendframe.documents import folder_ids

ROOT = Path(__file__).parents[3]
MANIFEST = b"""{
  "$schema": "https://sendframe.example/schemas/v1/portfolio.schema.json",
  "id": "p", "title": { "default": "P" },
  "area": { "id": "a", "code": "ZZ0000001", "fictional": true, "names": [{ "source": "s", "name": "A" }] },
  "documents": ["plan.json"]
}"""
PLAN = b"""{
  "$schema": "https://sendframe.example/schemas/v1/strategy.schema.json", "id": "plan",
  "titel": { "default": "Plan" }, "priorities": [{ "id": "z" }, { "id": "b" }, { "id": "%s" }]
}""" % (b"x" * 101)


def test_an_invalid_document_has_ids(tmp_path: Path) -> None:
    """They are sorted; one that is too long to be an id is left out."""
    (tmp_path / "portfolio.json").write_bytes(MANIFEST)
    (tmp_path / "plan.json").write_bytes(PLAN)
    ids = folder_ids(tmp_path)
    assert ids["priority"] == ("b", "z")
    assert ids["strategy"] == ("plan",)
    assert list(ids) == sorted(ids)


def test_files_that_are_not_written_yet_count(tmp_path: Path) -> None:
    """They stand for those of the folder, which need not exist; without a manifest there are no ids."""
    assert folder_ids(tmp_path) == {}
    changed = {"portfolio.json": MANIFEST, "plan.json": PLAN}
    assert folder_ids(tmp_path / "new", changed)["priority"] == ("b", "z")
    (tmp_path / "plan.json").write_bytes(PLAN)
    assert folder_ids(tmp_path, {"portfolio.json": MANIFEST})["priority"] == ("b", "z")


def test_the_ids_of_an_example_are_those_of_its_classes() -> None:
    """Wyeford has actions, criteria and bodies to refer to."""
    ids = folder_ids(ROOT / "examples" / "wyeford")
    assert "wyeford-q-help" in ids["criterion"]
    assert ids["action"]
    assert ids["body"]
