"""Finding, importing and collecting plug-ins, and what becomes of those that are wrong."""

import sys
from datetime import date
from pathlib import Path

import pytest

from sendframe.plugins import Catalogue, installed
from sendframe.plugins._discovery import search_path
from tests.evaluating import evaluate
from tests.unit.conftest import rate, seen, small
from tests.unit.plugins.fake import CHECKS, GOOD, install


def catalogue(site: Path) -> Catalogue:
    """Return the catalogue of one folder."""
    return Catalogue.discover([str(site)])


def test_a_plug_in_is_found_without_being_imported(site: Path, module: str) -> None:
    """Names, distribution and version are read from metadata alone."""
    install(site, "sendframe-kent", module, "raise SystemExit", CHECKS.format(module=module))
    (result,) = installed([str(site)])
    assert (result.name, result.distribution, result.version) == ("kent", "sendframe-kent", "1.2.0")
    assert result.status == "ready"
    assert module not in sys.modules


def test_its_records_are_collected(site: Path, module: str) -> None:
    """A good plug-in gives its check, which knows where it came from."""
    install(site, "sendframe-kent", module, GOOD, CHECKS.format(module=module))
    result = catalogue(site)
    assert result.checks["kent.one"].made_by == "kent (sendframe-kent 1.2.0)"
    assert result.failures == ()


WRONG = {
    "import error": ("import no_such_thing", "import", "ModuleNotFoundError"),
    "exit": ("raise SystemExit(3)", "import", "SystemExit"),
    "not python": ("def (", "import", "SyntaxError"),
    "nothing marked": ("x = 1", "collect", "sendframe_checks is implemented 0 times"),
    "late error": (
        """
        from sendframe.plugins import hookimpl

        @hookimpl.checks
        def checks():
            yield from ()
            raise ValueError("Ann, aged 9")
        """,
        "collect",
        "ValueError",
    ),
    "wrong type": (
        """
        from sendframe.plugins import hookimpl

        @hookimpl.checks
        def checks():
            return ["a check"]
        """,
        "collect",
        "returns a str, not a Check",
    ),
    "wrapper": (
        """
        import pluggy

        @pluggy.HookimplMarker("sendframe")(specname="sendframe_checks", wrapper=True)
        def checks():
            yield
        """,
        "collect",
        "sendframe_checks may not be a wrapper",
    ),
    "foreign id": (GOOD.replace("kent.one", "surrey.one"), "collect", "does not begin with kent"),
    "our id": (GOOD.replace("kent.one", "SFR999"), "collect", "SFR999"),
    "no dot": (GOOD.replace("kent.one", "kent"), "collect", "belong to sendframe"),
    "no id": (GOOD.replace("kent.one", "kent one"), "collect", "letters, digits"),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_wrong_plug_in_is_a_failure_by_name(site: Path, module: str, name: str) -> None:
    """Whatever is wrong becomes a failure with names and version, without its own message."""
    source, phase, reason = WRONG[name]
    install(site, "sendframe-kent", module, source, CHECKS.format(module=module))
    result = catalogue(site)
    assert result.checks == {}
    (failure,) = result.failures
    assert failure.phase == phase
    assert reason in failure.error_type
    assert "'kent' (sendframe-kent 1.2.0)" in str(failure)
    assert "Ann" not in str(failure)


@pytest.mark.parametrize(
    ("requires", "ready"), [("sendframe>=0.1", True), ("sendframe>=99", False)]
)
def test_versions_are_checked_before_import(
    site: Path, module: str, requires: str, ready: bool
) -> None:
    """A plug-in that needs another sendframe is not imported, and says what it needs."""
    install(site, "sendframe-kent", module, GOOD, CHECKS.format(module=module), requires=requires)
    result = catalogue(site)
    assert bool(result.checks) == ready
    assert bool(result.failures) != ready
    assert ready or "needs sendframe >=99" in result.failures[0].error_type
    assert (module in sys.modules) == ready


def test_two_claims_to_one_id_are_both_refused(site: Path, module: str) -> None:
    """Neither of two plug-ins with one id is used, and the message names both."""
    other = f"{module}_other"
    install(site, "sendframe-kent", module, GOOD, CHECKS.format(module=module))
    install(site, "sendframe-kent-too", other, GOOD, CHECKS.format(module=other))
    result = catalogue(site)
    assert result.checks == {}
    assert {failure.distribution for failure in result.failures} == {
        "sendframe-kent",
        "sendframe-kent-too",
    }
    assert all("sendframe-kent-too" in str(failure) for failure in result.failures)


def test_a_portfolio_narrows_and_never_widens(site: Path, module: str) -> None:
    """Only plug-ins that a portfolio names run on it; sendframe's own always may."""
    install(site, "sendframe-kent", module, GOOD, CHECKS.format(module=module))
    result = catalogue(site)
    assert result.allowing(()).checks == {}
    assert set(result.allowing(("kent",)).checks) == {"kent.one"}
    assert Catalogue.discover(third_party=False).allowing(()).checks


def test_the_switch_leaves_only_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """SENDFRAME_PLUGINS=off leaves out every third-party plug-in."""
    monkeypatch.setenv("SENDFRAME_PLUGINS", "off")
    assert all(plugin.is_builtin for plugin in Catalogue.discover().plugins)


def test_the_empty_catalogue_offers_nothing() -> None:
    """Without plug-ins there are no rules, checks, sections, renderers or profiles."""
    empty = Catalogue.empty()
    offered = (
        empty.checks,
        empty.scoring_rules,
        empty.sections,
        empty.renderers,
        empty.profiles,
    )
    assert not any(offered)
    assert empty.failures == empty.renderer_failures == empty.section_failures == ()


def test_the_working_directory_is_not_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Metadata lying in the working directory or on PYTHONPATH declares nothing."""
    install(tmp_path, "sendframe-evil", "evil", "x = 1", CHECKS.format(module="evil"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert str(tmp_path) not in search_path()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert str(tmp_path) not in search_path()
    assert "sendframe-evil" not in {plugin.distribution for plugin in installed()}


FAILING = GOOD.replace(
    'yield context.diagnostic("seen", about="kent")', 'raise KeyError("Ann, aged 9")'
)


def test_a_check_that_fails_leaves_all_others_alone(site: Path, module: str) -> None:
    """With a failing check present, everything else of the evaluation stays the same."""
    portfolio = small(rate(), seen(2023, 1, 4), seen(2024, 2, 4))
    install(site, "sendframe-kent", module, FAILING, CHECKS.format(module=module))
    own = Catalogue.discover(third_party=False)
    pair = Catalogue((*own.plugins, *installed([str(site)])))
    day = date(2026, 1, 31)
    alone = evaluate(portfolio, portfolio.observations, as_at=day, catalogue=own)
    other = evaluate(portfolio, portfolio.observations, as_at=day, catalogue=pair)
    (failure,) = other.failures
    assert (failure.contribution, failure.error_type) == ("kent.one", "KeyError")
    assert failure.origin is not None
    assert failure.origin.startswith(f"{module}.py:")
    assert "Ann" not in repr(other)
    assert other.changed(failures=(), makers=()) == alone.changed(makers=())


def test_a_check_may_only_speak_under_its_own_code(site: Path, module: str) -> None:
    """A check that yields another code, or no diagnostic, fails as a whole."""
    for number, words in enumerate(['"text"', 'Diagnostic("SFR301", "x")']):
        source = GOOD.replace('context.diagnostic("seen", about="kent")', words).replace(
            "import Check,", "import Check, Diagnostic,"
        )
        name = f"{module}_{number}"
        folder = site / str(number)
        install(folder, "sendframe-kent", name, source, CHECKS.format(module=name))
        sys.path.insert(0, str(folder))
        portfolio = small(rate())
        result = evaluate(
            portfolio,
            portfolio.observations,
            as_at=date(2026, 1, 31),
            catalogue=Catalogue.discover([str(folder)]),
        )
        sys.path.remove(str(folder))
        (failure,) = result.failures
        assert failure.error_type == (
            "it yields something else than diagnostics of its own code kent.one"
        )
        assert result.notices == ()


DATA = """
    [sendframe.data]
    kent = {module}
"""


def test_data_packages_are_read_and_never_imported(site: Path, module: str) -> None:
    """A profile in a data package is offered although its package would raise at import."""
    board = Path(__file__).parents[3] / "src" / "sendframe_data" / "profiles" / "board.json"
    install(site, "sendframe-kent", "unused", "", DATA.format(module=module))
    folder = site / module
    folder.mkdir()
    (folder / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    text = board.read_text(encoding="utf-8").replace('"id": "board"', '"id": "kent.board"')
    (folder / "board.json").write_text(text, encoding="utf-8")
    (folder / "broken.json").write_text("{", encoding="utf-8")
    result = catalogue(site)
    assert list(result.profiles) == ["kent.board"]
    assert module not in sys.modules
    assert [failure.error_type for failure in result.failures] == [
        "kent:broken.json is not valid: SFR002 at $; 1 in all"
    ]
