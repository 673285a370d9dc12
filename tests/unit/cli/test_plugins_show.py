"""``sendframe plugins show``: what a name means, and why it cannot be used."""

import sys
from pathlib import Path

import pytest

from tests.unit.cli.command import out
from tests.unit.plugins.fake import CHECKS, GOOD, install

pytestmark = pytest.mark.usefixtures("own_place")


def test_a_contribution_is_shown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it is, whose it is, and its manual."""
    install(site, "sendframe-kent", "shown_one", GOOD, CHECKS.format(module="shown_one"))
    printed, _ = out(capsys, 0, "plugins", "show", "kent.one")
    assert printed.splitlines() == [
        "kent.one: Seen",
        "A check, by kent (sendframe-kent 1.2.0).",
        "severity: warning",
        "",
        "Says so.",
    ]


def test_our_own_contributions_are_shown_with_their_options(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Options are there once: in the manual, which says what holds unless they are given."""
    printed, _ = out(capsys, 0, "plugins", "show", "direction-of-travel")
    assert "A scoring rule, by sendframe " in printed
    assert printed.count("\nOptions\n") == 1
    assert "``allowed``: the largest change, in the indicator's unit" in printed
    printed, _ = out(capsys, 0, "plugins", "show", "board")
    assert printed == "board: a document of the kind 'profile'\nProvided by sendframe.\n"


def test_a_plug_in_is_shown_with_all_it_brings(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its name or that of its distribution; what fails is reported."""
    install(site, "sendframe-kent", "shown_two", GOOD, CHECKS.format(module="shown_two"))
    install(
        site,
        "sendframe-bad",
        "shown_bad",
        "1/0",
        CHECKS.replace("kent", "bad").format(module="shown_bad"),
    )
    for name in ("kent", "sendframe-kent"):
        printed, _ = out(capsys, 0, "plugins", "show", name)
        assert printed.splitlines() == [
            "kent (sendframe-kent 1.2.0): checks, ready",
            "    kent.one: Seen",
        ]
    printed, _ = out(capsys, 0, "plugins", "show", "bad")
    assert "failed (import) [shown_bad.py:1]: ZeroDivisionError" in printed


def test_an_unknown_name_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """With the names there are."""
    _, messages = out(capsys, 2, "plugins", "show", "nothing.at-all")
    assert "no plug-in or contribution is called 'nothing.at-all'" in messages


def test_showing_one_imports_no_other(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plug-in that would do harm is not touched."""
    install(site, "sendframe-kent", "shown_kent", GOOD, CHECKS.format(module="shown_kent"))
    points = CHECKS.replace("kent", "surrey").format(module="shown_surrey")
    install(site, "sendframe-surrey", "shown_surrey", "raise SystemExit", points)
    out(capsys, 0, "plugins", "show", "kent.one")
    assert "shown_surrey" not in sys.modules


def test_why_an_id_was_refused_is_shown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that two claim, and one whose plug-in fails, are there and cannot be used."""
    install(site, "sendframe-kent", "shown_k", GOOD, CHECKS.format(module="shown_k"))
    install(site, "sendframe-kent-too", "shown_t", GOOD, CHECKS.format(module="shown_t"))
    points = CHECKS.replace("kent", "bad").format(module="shown_b")
    install(site, "sendframe-bad", "shown_b", "1/0", points)
    printed, _ = out(capsys, 0, "plugins", "show", "kent.one")
    assert printed.startswith("'kent.one' cannot be used, because of this:\n")
    assert "is claimed by" in printed
    printed, _ = out(capsys, 0, "plugins", "show", "bad.two")
    assert "ZeroDivisionError" in printed


def test_a_wrong_name_is_reported_with_similar_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """A few, not all there are."""
    _, messages = out(capsys, 2, "plugins", "show", "htmk")
    assert "Similar names: html." in messages
    _, messages = out(capsys, 2, "plugins", "show", "zzzzzzzz")
    assert "`sendframe plugins list` lists all." in " ".join(messages.split())


def test_documents_are_shown_below_their_plug_in(capsys: pytest.CaptureFixture[str]) -> None:
    """They are below the entry for data, and nowhere else."""
    printed, _ = out(capsys, 0, "plugins", "show", "sendframe")
    lines = printed.splitlines()
    at = next(place for place, line in enumerate(lines) if ": data, " in line)
    assert lines[at + 1 : at + 16] == [
        "    annex: a document of the kind 'profile'",
        "    areas: a document of the kind 'area-register'",
        "    board: a document of the kind 'profile'",
        "    families: a document of the kind 'profile'",
        "    local-offer-comments: a document of the kind 'profile'",
        "    local-send-reform-plan-2026: a document of the kind 'criteria-set'",
        "    local-send-reform-plan-2026-form: a document of the kind 'criteria-set'",
        "    local-templates: a document of the kind 'indicator-set'",
        "    neighbours-2021: a document of the kind 'neighbour-list'",
        "    neighbours-2025: a document of the kind 'neighbour-list'",
        "    plan-on-a-page: a document of the kind 'profile'",
        "    record: a document of the kind 'profile'",
        "    requirements: a document of the kind 'profile'",
        "    sef-update: a document of the kind 'profile'",
        "    send-entitlements-england: a document of the kind 'governance'",
    ]
    assert printed.count("    board:") == 1


def test_nothing_that_may_not_run_is_imported_to_be_shown(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is disabled or switched off is named, with the reason, by its name and by an id."""
    install(site, "sendframe-kent", "shown_off", "1/0", CHECKS.format(module="shown_off"))
    monkeypatch.setenv("SENDFRAME_PLUGINS", "off")
    line = "kent (sendframe-kent 1.2.0): checks, left out, as SENDFRAME_PLUGINS is off"
    assert out(capsys, 0, "plugins", "show", "kent")[0] == f"{line}\n"
    printed, _ = out(capsys, 0, "plugins", "show", "kent.one")
    assert printed.splitlines() == [
        "'kent.one' cannot be used, because of this:",
        f"    {line}",
    ]
    assert "shown_off" not in sys.modules


def test_a_list_shows_hidden_characters_of_metadata(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name could reverse the text around it, or a version clear the screen."""
    points = "[sendframe.checks]\nke\u202ent = shown_hidden\n"
    install(site, "sendframe-kent", "shown_hidden", GOOD, points)
    metadata = site / "sendframe_kent-1.2.0.dist-info" / "METADATA"
    metadata.write_text("Metadata-Version: 2.1\nName: sendframe-kent\nVersion: 1\x1b[2J\n", "utf-8")
    for form in ("text", "json"):
        printed, _ = out(capsys, 0, "plugins", "list", "--output-format", form)
        assert "ke\\u202ent" in printed
        assert "\x1b" not in printed
        assert "\u202e" not in printed
