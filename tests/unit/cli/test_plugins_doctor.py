"""``sendframe plugins doctor``: what is wrong with an installation, and what to do."""

import sys
from pathlib import Path

import pytest

from sendframe.api import _plugin_starter
from tests.unit.cli.command import out
from tests.unit.plugins.fake import CHECKS, GOOD, install

pytestmark = pytest.mark.usefixtures("own_place")


def test_the_doctor_finds_nothing_wrong_where_all_is_well(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Versions, settings and what can be used are reported."""
    printed, _ = out(capsys, 0, "plugins", "doctor")
    assert printed.startswith("ok     sendframe ")
    assert printed.endswith("No problems found.\n")


def test_the_doctor_says_what_is_wrong_and_what_to_do(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each plug-in that fails, by name, with a remedy; conflicts with the line that settles them."""
    install(site, "sendframe-kent", "shown_k", GOOD, CHECKS.format(module="shown_k"))
    install(site, "sendframe-kent-too", "shown_t", GOOD, CHECKS.format(module="shown_t"))
    points = CHECKS.replace("kent", "bad").format(module="shown_b")
    install(site, "sendframe-bad", "shown_b", "import no_such_thing", points)
    newer = CHECKS.replace("kent", "newer").format(module="shown_n")
    install(site, "sendframe-newer", "shown_n", GOOD, newer, requires="sendframe>=99")
    printed, _ = out(capsys, 1, "plugins", "doctor")
    assert (
        "'bad' (sendframe-bad 1.2.0) failed (import) [shown_b.py:1]: ModuleNotFoundError: no module"
        in printed
    )
    assert "Install what it needs" in printed
    assert "needs sendframe >=99" in printed
    assert "Install a version that fits" in printed
    assert 'disable = ["sendframe-kent-too"]' in printed
    assert (
        "the name kent in sendframe.checks is used by sendframe-kent and sendframe-kent-too"
        in printed
    )
    assert "`python -c 'import shown_b'`" in printed
    assert printed.count("kent.one is claimed by") == 1
    assert "under [plugins] in " in printed
    assert printed.endswith("3 to correct.\n")


def test_the_doctor_reports_of_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they stand, what they disable, and whether they can be read at all."""
    file = tmp_path / "own" / "sendframe" / "config.toml"
    file.write_text('[plugins]\ndisable = ["plain.text"]\n', encoding="utf-8")
    printed, _ = out(capsys, 0, "plugins", "doctor")
    assert f"your own settings are in {file.as_posix()}" in printed
    assert f"plain.text (sendframe-plain 0.1.0): disabled in {file.as_posix()}" in printed
    file.write_text("[plugins", encoding="utf-8")
    monkeypatch.setenv("SENDFRAME_PLUGINS", "maybe")
    printed, _ = out(capsys, 1, "plugins", "doctor")
    assert printed.count("SFR902") == 2


def test_the_doctor_imports_nothing_that_is_switched_off(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each plug-in is named with the reason, and none can fail."""
    install(site, "sendframe-kent", "shown_off", "1/0", CHECKS.format(module="shown_off"))
    monkeypatch.setenv("SENDFRAME_PLUGINS", "off")
    printed, _ = out(capsys, 0, "plugins", "doctor")
    assert "SENDFRAME_PLUGINS=off: no third-party plug-in runs" in printed
    assert "kent (sendframe-kent 1.2.0): left out, as SENDFRAME_PLUGINS is off" in printed
    assert "shown_off" not in sys.modules


def test_the_doctor_names_the_document_that_is_wrong(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the command that says what is wrong with it, or the rule for ids."""
    points = "[sendframe.data]\nkent = shown_data\nsurrey = shown_none\n"
    install(site, "sendframe-kent", "unused", "", points)
    folder = site / "shown_data"
    folder.mkdir()
    (folder / "broken.json").write_text("{", encoding="utf-8")
    words = _plugin_starter.plugin_files("other", ["data"])["src/sendframe_other_data/data.json"]
    (folder / "stray.json").write_bytes(words)
    printed, _ = out(capsys, 1, "plugins", "doctor")
    assert f"`sendframe validate {(folder / 'broken.json').as_posix()}`" in printed
    assert "that others may refer to with 'kent.'" in printed
    assert "surrey" in printed


def test_the_doctor_leaves_what_is_disabled_alone(
    site: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that a disabled distribution has as well clashes with nothing."""
    install(site, "sendframe-kent", "shown_k", GOOD, CHECKS.format(module="shown_k"))
    install(site, "sendframe-kent-too", "shown_t", GOOD, CHECKS.format(module="shown_t"))
    file = tmp_path / "config.toml"
    file.write_text('[plugins]\ndisable = ["sendframe-kent-too"]\n', encoding="utf-8")
    monkeypatch.setenv("SENDFRAME_CONFIG", str(file))
    printed, _ = out(capsys, 0, "plugins", "doctor")
    assert "is used by" not in printed
    file.write_text("[plugins", encoding="utf-8")
    printed, _ = out(capsys, 1, "plugins", "doctor")
    assert "are not found" not in printed
    assert file.as_posix() in printed
    assert printed.endswith("1 to correct.\n")


def test_the_doctor_says_where_settings_would_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where there are none."""
    monkeypatch.delenv("SENDFRAME_CONFIG", raising=False)
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    printed, _ = out(capsys, 0, "plugins", "doctor")
    assert f"there is no file {tmp_path.as_posix()}" in printed
    assert "sendframe/config.toml" in printed


def test_wrong_settings_stop_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are reported by file, and nothing is listed."""
    (tmp_path / "own" / "sendframe" / "config.toml").write_text("[plugins", encoding="utf-8")
    printed, _ = out(capsys, 1, "plugins", "list")
    assert "SFR902" in printed
