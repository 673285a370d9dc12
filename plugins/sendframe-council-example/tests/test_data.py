"""The data documents, and what drifts apart if nobody looks."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sendframe_council_example.priority import MarlbeckPriority

from sendframe.plugins import Catalogue
from sendframe.testing import extension_schema

_PLUGIN = Path(__file__).parents[1]


def _document(name: str) -> dict[str, Any]:
    spec = find_spec("sendframe_council_example_data")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    folder = Path(next(iter(spec.submodule_search_locations)))
    result: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return result


def test_the_schema_is_that_of_the_typed_class() -> None:
    """What a document may hold and what the class reads are the same."""
    assert _document("extension.json")["schema"] == extension_schema(MarlbeckPriority)


def test_everything_is_found() -> None:
    """Installed, it offers a contribution of each kind, and nothing of it fails."""
    catalogue = Catalogue.discover().allowing(["marlbeck"])
    assert "marlbeck.late-plans-per-100" in catalogue.indicators
    assert "marlbeck.target-or-improved" in catalogue.scoring_rules
    assert "marlbeck.known-district" in catalogue.checks
    assert "marlbeck.districts" in catalogue.sections
    assert "marlbeck.bulletin" in catalogue.renderers
    assert "marlbeck.update" in catalogue.profiles
    assert catalogue.failures == catalogue.renderer_failures == catalogue.section_failures == ()


def test_every_document_says_that_the_council_is_fictional() -> None:
    """No document can be taken for that of a real council."""
    library = Catalogue.discover().library
    ours = [id_ for id_ in library.ids() if id_.startswith("marlbeck.")]
    assert len(ours) == 6
    for id_ in ours:
        document = library.document(id_)
        assert document is not None
        assert "fictional" in document.raw.raw["note"]["default"]


def test_the_snippet_of_the_readme_is_the_file() -> None:
    """What the README shows is what the tests try."""
    snippet = (_PLUGIN / "examples" / "wyeford.json").read_text("utf-8")
    assert f"```json\n{snippet}```" in (_PLUGIN / "README.md").read_text("utf-8")
