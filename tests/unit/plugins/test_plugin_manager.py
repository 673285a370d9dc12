"""The pluggy manager of a catalogue: which implementations it holds, and under which names."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sendframe.plugins import GROUPS, Catalogue
from tests.unit.plugins.fake import CHECKS, GOOD, install

NAME = "sendframe-kent:sendframe.checks:kent"


def test_it_holds_an_implementation_once_it_is_loaded(site: Path, module: str) -> None:
    """Nothing is registered before the first use; then the hook caller returns the record."""
    install(site, "sendframe-kent", module, GOOD, CHECKS.format(module=module))
    catalogue = Catalogue.discover([str(site)])
    manager = catalogue.plugin_manager
    assert manager.list_name_plugin() == []
    assert module not in sys.modules
    record = catalogue.checks["kent.one"].record
    assert [name for name, _ in manager.list_name_plugin()] == [NAME]
    assert [impl.plugin_name for impl in manager.hook.sendframe_checks.get_hookimpls()] == [NAME]
    ((returned,),) = manager.hook.sendframe_checks()
    assert (returned.id, returned.title) == (record.id, record.title)


def test_it_knows_every_hook_and_no_other() -> None:
    """The hook callers are those of the entry-point groups, each with its specification."""
    hook = Catalogue.empty().plugin_manager.hook
    names = {name for name in vars(hook) if not name.startswith("_")}
    assert names == set(GROUPS)
    assert all(getattr(hook, name).has_spec() for name in names)


def test_load_all_registers_every_built_in_implementation() -> None:
    """After load_all each entry point of sendframe with code is registered under its name."""
    catalogue = Catalogue.discover(third_party=False)
    catalogue.load_all()
    catalogue.load_all()
    names = {name for name, _ in catalogue.plugin_manager.list_name_plugin()}
    with_code = [plugin for plugin in catalogue.plugins if plugin.group in GROUPS.values()]
    assert names == {f"sendframe:{item.group}:{item.name}" for item in with_code}
    assert len(names) == len(with_code) > 30


def test_a_module_with_two_hooks_is_registered_for_each(site: Path, module: str) -> None:
    """One module behind two entry points gives one registration a hook, each with one caller."""
    source = f"""{GOOD}
    from sendframe.plugins import Renderer

    @hookimpl.renderers
    def renderers():
        return [Renderer("kent.txt", "Text", "Writes nothing.", lambda model, options: ())]
    """
    points = f"{CHECKS.format(module=module)}\n    [sendframe.renderers]\n    kent = {module}\n"
    install(site, "sendframe-kent", module, source, points)
    catalogue = Catalogue.discover([str(site)])
    catalogue.load_all()
    hook = catalogue.plugin_manager.hook
    assert len(hook.sendframe_checks()) == len(hook.sendframe_renderers()) == 1
    assert catalogue.failures == catalogue.renderer_failures == catalogue.section_failures == ()


REFUSED = {
    "undeclared hook": GOOD.replace("hookimpl.checks", "hookimpl.renderers"),
    "wrapper": """
        import pluggy

        @pluggy.HookimplMarker("sendframe")(specname="sendframe_checks", wrapper=True)
        def checks():
            return (yield)
    """,
    "argument": GOOD.replace("def checks():", "def checks(portfolio):"),
    "error": GOOD.replace("return [Check", "raise KeyError; [Check"),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_is_refused_is_not_registered(site: Path, module: str, name: str) -> None:
    """An implementation that is a failure of the catalogue is not in the manager."""
    install(site, "sendframe-kent", module, REFUSED[name], CHECKS.format(module=module))
    catalogue = Catalogue.discover([str(site)])
    catalogue.load_all()
    assert len(catalogue.failures) == 1
    assert catalogue.plugin_manager.list_name_plugin() == []
    assert catalogue.plugin_manager.hook.sendframe_checks() == []


def test_a_name_that_is_declared_twice_is_refused_the_second_time(site: Path, module: str) -> None:
    """Two entry points with one name in one group are one plug-in and one failure."""
    points = f"{CHECKS.format(module=module)}    kent = {module}\n"
    install(site, "sendframe-kent", module, GOOD, points)
    catalogue = Catalogue.discover([str(site)])
    assert list(catalogue.checks) == ["kent.one"]
    (failure,) = catalogue.failures
    assert failure.error_type == "sendframe.checks declares the name kent twice"


def test_the_hooks_of_the_manager_are_not_isolated(site: Path, module: str) -> None:
    """An implementation that fails when it is called again raises through the hook caller."""
    source = GOOD.replace(
        "    def checks():",
        "    def checks(calls=[]):\n        calls.append(1)\n        assert len(calls) == 1",
    )
    install(site, "sendframe-kent", module, source, CHECKS.format(module=module))
    catalogue = Catalogue.discover([str(site)])
    assert list(catalogue.checks) == ["kent.one"]
    with pytest.raises(AssertionError):
        catalogue.plugin_manager.hook.sendframe_checks()
    assert list(catalogue.checks) == ["kent.one"]
    assert catalogue.failures == ()


def test_threads_that_load_at_once_register_each_implementation_once() -> None:
    """Sixteen threads that load all plug-ins leave one registration of each."""
    catalogue = Catalogue.discover(third_party=False)
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: catalogue.load_all(), range(16)))
    names = [name for name, _ in catalogue.plugin_manager.list_name_plugin()]
    assert len(names) == len(set(names)) > 30
    assert len(catalogue.plugin_manager.hook.sendframe_checks()) == len(catalogue.checks)


def test_a_narrower_catalogue_has_a_manager_of_its_own() -> None:
    """Loading the plug-ins of one catalogue registers nothing in another."""
    catalogue = Catalogue.discover(third_party=False)
    narrower = catalogue.offering("renderers", ["html"])
    narrower.load_all()
    assert catalogue.plugin_manager.list_name_plugin() == []
    assert len(narrower.plugin_manager.hook.sendframe_renderers()) == 1
