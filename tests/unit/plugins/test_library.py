"""Data documents of plug-ins: read as files, held to the plug-in's name, never imported."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import validate_path
from sendframe.plugins import Catalogue, DataLibrary, Installed, installed, library
from tests.unit.documents.raw_folder import actions, document, manifest, put
from tests.unit.plugins.fake import install

DATA = "[sendframe.data]\n{name} = {module}\n"


def glossary(id_: str) -> dict[str, Any]:
    """Return a glossary with one word."""
    word = {"id": f"{id_}-word", "term": "plan", "meaning": {"default": "What is done."}}
    return document("glossary", id_, terms=[word])


def brought(
    site: Path, *raw: Any, name: str = "kent", package: str = "kent_data_one"
) -> DataLibrary:
    """Install a data package that would raise when imported, and return its library."""
    install(site, f"sendframe-{name}", f"{name}_x", "", DATA.format(name=name, module=package))
    folder = site / package / "inner"
    folder.mkdir(parents=True)
    (site / package / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    for number, item in enumerate(raw):
        text = item if isinstance(item, str) else json.dumps(item)
        (folder / f"d{number}.json").write_text(text, encoding="utf-8")
    result = Catalogue.discover([str(site)]).library
    result.ids()
    assert package not in sys.modules
    return result


def test_documents_are_found_below_the_package(site: Path) -> None:
    """They are sorted by id, say whose they are, and are read once."""
    result = brought(site, glossary("kent.b"), glossary("kent.a"))
    assert result.ids() == ("kent.a", "kent.b")
    assert result.failures == ()
    item = result.document("kent.a")
    assert item is not None
    assert (item.plugin, item.raw.file) == ("kent", "kent:inner/d1.json")
    assert result.document("kent.c") is None
    assert result.brings("kent.c")
    assert not result.brings("kentish.c")


WRONG = {
    "broken": ("{", "kent:inner/d0.json is not valid: SFR002 at $; 1 in all"),
    "no kind": ({"a": 1}, "kent:inner/d0.json is not valid: SFR012 at $; 1 in all"),
    "foreign id": (
        glossary("surrey.a"),
        "kent:inner/d0.json has the id surrey.a, which does not begin with",
    ),
    "foreign scale": (
        document(
            "scale-set",
            "kent.a",
            scales=[
                {
                    "id": "scale",
                    "title": {"default": "Scale"},
                    "ordered": False,
                    "values": [{"id": "kent.v", "name": "v"}],
                }
            ],
        ),
        "kent:inner/d0.json has the id scale, which does not begin",
    ),
    "foreign extension": (
        document("extension", "kent.x", name="surrey", extends=["any"], schema={}),
        "kent:inner/d0.json has the id surrey, which does not begin with kent.",
    ),
    "hostile schema": (
        document("extension", "kent.x", name="kent", extends=["any"], schema={"$ref": "file:///"}),
        "kent:inner/d0.json is not valid: SFR112 at $.schema['$ref']; 1 in all",
    ),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_wrong_document_is_a_failure_by_name(site: Path, name: str) -> None:
    """The others of the plug-in are still there."""
    raw, reason = WRONG[name]
    result = brought(site, raw, glossary("kent.good"))
    assert result.ids() == ("kent.good",)
    (failure,) = result.failures
    assert reason in failure.error_type
    assert "'kent' (sendframe-kent 1.2.0)" in str(failure)


def test_an_id_that_is_given_twice_counts_for_neither(site: Path) -> None:
    """Of two documents with one id neither is used; what settles it is reported."""
    result = brought(site, glossary("kent.a"), glossary("kent.a"), glossary("kent.b"))
    assert result.ids() == ("kent.b",)
    (failure,) = result.failures
    assert "kent.a is given twice by kent (sendframe-kent)" in str(failure)
    assert result.reason("kent.a") == str(failure)
    assert result.reason("surrey.a") is None


def test_two_plug_ins_with_one_document_both_lose_it(site: Path) -> None:
    """The message names both, and the line of the settings that decides it."""
    brought(site, glossary("kent.a"))
    points = DATA.format(name="kent", module="kent_data_two")
    install(site, "sendframe-kent-too", "kent_y", "", points)
    (site / "kent_data_two").mkdir()
    (site / "kent_data_two" / "a.json").write_text(json.dumps(glossary("kent.a")), "utf-8")
    result = Catalogue.discover([str(site)]).library
    assert result.ids() == ()
    assert len(result.failures) == 2
    assert all('disable = ["sendframe-kent-too"]' in str(failure) for failure in result.failures)


def test_names_are_those_of_others(site: Path) -> None:
    """What a portfolio may name: plug-ins and their distributions, ours left out."""
    result = brought(site, glossary("kent.a"))
    assert result.names() == ("kent", "sendframe-kent")
    assert result.has("kent")
    assert result.has("sendframe-kent")
    assert not result.has("kentish")


def test_a_package_that_is_not_there_is_a_failure(site: Path) -> None:
    """So is one that holds nothing."""
    install(site, "sendframe-kent", "k", "", DATA.format(name="kent", module="kent_no_such_data"))
    (failure,) = Catalogue.discover([str(site)]).library.failures
    assert "its data package kent_no_such_data contains no JSON document" in failure.error_type


def test_a_package_below_another_is_refused_by_its_looks(site: Path) -> None:
    """Finding it would import its parent."""
    install(site, "sendframe-kent", "k", "", DATA.format(name="kent", module="kent.data"))
    (result,) = installed([str(site)])
    assert result.status == "a data package is a top-level package"
    (failure,) = Catalogue.discover([str(site)]).library.failures
    assert failure.error_type == result.status


def test_a_finder_that_raises_is_fenced(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other packages may hang finders into Python."""

    class Finder:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name == "kent_lost_data":
                raise RuntimeError("Ann")

    monkeypatch.setattr(sys, "meta_path", [Finder, *sys.meta_path])
    install(site, "sendframe-kent", "k", "", DATA.format(name="kent", module="kent_lost_data"))
    (failure,) = Catalogue.discover([str(site)]).library.failures
    assert failure.error_type == "its data package cannot be found: RuntimeError"


def test_a_package_of_thousands_of_documents_is_not_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is a limit to what a plug-in may bring."""
    from sendframe.plugins import _data_library

    monkeypatch.setattr(_data_library, "_MOST_FILES", 1)
    result = brought(site, glossary("kent.a"), glossary("kent.b"))
    assert result.ids() == ()
    assert "more than 1 documents" in str(result.failures[0])


def test_a_portfolio_narrows_what_is_there(site: Path) -> None:
    """Ours is always there; others where they are named."""
    result = brought(site, glossary("kent.a"))
    assert result.allowing(()).ids() == ()
    assert result.allowing(["sendframe-kent"]).ids() == ("kent.a",)


def test_the_schema_of_an_extension_is_found_by_its_name(site: Path) -> None:
    """It holds what stands under the name, wherever the plug-in says it may."""
    schema = {"type": "integer"}
    raw = document("extension", "kent.x", name="kent", extends=["priority"], schema=schema)
    result = brought(site, raw)
    rules = result.extension("kent")
    assert rules is not None
    assert rules.kinds == ("priority",)
    assert [rule.keyword for rule in rules.engine("x")] == ["type"]
    assert result.extension("surrey") is None


def test_the_switch_leaves_out_the_data_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """SENDFRAME_PLUGINS=off leaves only what sendframe brings itself."""
    assert "board" in library().ids()
    monkeypatch.setenv("SENDFRAME_PLUGINS", "off")
    assert all(plugin.is_builtin for plugin in library().plugins)


ODD = {
    "title": {"title": {"default": "Ward"}},
    "required": {"required": ["a", "a"]},
    "pattern": {"pattern": "^[z-a]$"},
    "$ref": {"$ref": "#/$defs/a/b", "$defs": {"a/b": {}}},
}


@pytest.mark.parametrize("key", ODD)
def test_an_odd_schema_of_a_plug_in_is_named_and_stops_nothing(key: str, site: Path) -> None:
    """Plug-in, distribution and place are reported; the portfolio is valid, with a note."""
    raw = document("extension", "kent.x", name="kent", extends=["any"], schema=ODD[key])
    shelf = brought(site, raw)
    (failure,) = shelf.failures
    assert str(failure) == (
        "plug-in 'kent' (sendframe-kent 1.2.0) failed (discover): "
        f"kent:inner/d0.json is not valid: SFR112 at $.schema{_path(key)}; 1 in all"
    )
    put(
        site,
        portfolio=manifest("a.json", plugins=["kent"]),
        a=actions("one", extensions={"kent": 3}),
    )
    notes = validate_path(site, library=lambda: shelf)
    (note,) = (note for note in notes if note.code != "SFR217")  # the plug-in is in the folder
    assert (note.code, note.severity) == ("SFR111", "note")
    assert str(failure) in note.message


def _path(key: str) -> str:
    return f".{key}" if key.isidentifier() else f"['{key}']"


def test_options_of_own_contributions_are_known_without_running_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of rules apart from checks, sections and renderers; those of other plug-ins are not."""
    own = library()
    assert own.option_names("wilson-comparison", is_rule=True) == ("comparator", "confidence")
    assert own.option_names("wilson-comparison", is_rule=False) is None
    assert own.option_names("SFR505", is_rule=False) == ("least_share",)
    assert own.option_names("SFR310", is_rule=False) == ()
    assert own.allowing(["no-such-plug-in"]) is own.allowing([])  # both read its documents once
    foreign = [plugin for plugin in own.plugins if not plugin.is_builtin]
    imported: list[Installed] = []
    monkeypatch.setattr(
        "sendframe.plugins._collection._Collector.collect_from",
        lambda _self, plugin, _declared: imported.append(plugin),
    )
    assert foreign
    assert {own.option_names(plugin.name, is_rule=False) for plugin in foreign} == {None}
    assert [plugin for plugin in imported if not plugin.is_builtin] == []
