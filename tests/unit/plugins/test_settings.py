"""The user's own settings: which plug-ins are enabled, before any is looked for."""

import os
import sys
from pathlib import Path

import pytest
from click.utils import get_app_dir

from sendframe.errors import InvalidDocument
from sendframe.plugins import (
    Catalogue,
    Settings,
    _user_settings,
    installed,
    settings,
    settings_file,
)
from sendframe.plugins._user_settings import _own_folder
from tests.unit.plugins.fake import CHECKS, install


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that holds the settings in this test."""
    path = tmp_path / "sendframe" / "config.toml"
    path.parent.mkdir()
    monkeypatch.delenv("SENDFRAME_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with two plug-ins."""
    folder = tmp_path / "site"
    for name in ("kent", "surrey"):
        points = CHECKS.replace("kent", name).format(module=f"module_{name}")
        install(folder, f"sendframe-{name}", f"module_{name}", "", points)
    return folder


def test_without_a_file_everything_is_enabled(file: Path, site: Path) -> None:
    """Nobody has to write settings."""
    assert settings() == Settings()
    assert settings_file() == file
    assert all(plugin.enabled for plugin in installed([str(site)]))


@pytest.mark.parametrize(
    ("text", "enabled"),
    [
        ('[plugins]\ndisable = ["kent"]\n', ["surrey"]),
        ('[plugins]\ndisable = ["sendframe-kent"]\n', ["surrey"]),
        ('[plugins]\nallow = ["kent"]\n', ["kent"]),
        ("[plugins]\nallow = []\n", []),
        ('[plugins]\nallow = ["kent", "surrey"]\ndisable = ["kent"]\n', ["surrey"]),
        ("", ["kent", "surrey"]),
    ],
)
def test_settings_come_before_everything_else(
    file: Path, site: Path, text: str, enabled: list[str]
) -> None:
    """What is not enabled is listed with the reason, and no catalogue has it."""
    file.write_text(text, encoding="utf-8")
    result = installed([str(site)])
    assert [item.name for item in result if item.enabled] == enabled
    assert all(file.as_posix() in item.status for item in result if not item.enabled)
    assert [plugin.name for plugin in Catalogue.discover([str(site)]).plugins] == enabled
    assert len(result) == 2


def test_sendframe_itself_cannot_be_disabled(file: Path) -> None:
    """Its own checks and forms are always there."""
    file.write_text('[plugins]\nallow = []\ndisable = ["sendframe", "html"]\n', encoding="utf-8")
    assert "html" in Catalogue.discover().renderers


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"[plugins\n", "not TOML"),
        (b"\xff", "not UTF-8"),
        (b"#" * 10_001, "10,000 bytes"),
        (b"a = " + b"[" * 9_000, "not TOML"),
        (b"a = " + b"9" * 9_000, "not TOML"),
        (b"a." * 4_990 + b"b = 1", "something else than a table"),
        (b"plugins = 3\n", "something else than a table"),
        (b"[plugin]\n", "something else than a table"),
        (b"[plugins]\nalow = []\n", "something else than a table"),
        (b'[plugins]\nallow = "kent"\n', '"allow" is a list of names'),
        (b"[plugins]\ndisable = [3]\n", '"disable" is a list of names'),
    ],
)
def test_settings_that_cannot_be_used_stop_everything(
    file: Path, data: bytes, problem: str
) -> None:
    """Nothing runs that the user may have disabled; the file is named."""
    file.write_bytes(data)
    with pytest.raises(InvalidDocument) as messages:
        installed([])
    (result,) = messages.value.diagnostics
    assert result.code == "SFR902"
    assert problem in result.message
    assert result.location.file == file.as_posix()


def test_settings_are_where_click_would_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the one that click names, on each system."""
    monkeypatch.delenv("SENDFRAME_CONFIG", raising=False)
    assert str(settings_file().parent) == get_app_dir("sendframe")
    for platform in ("linux", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        assert str(_own_folder(platform, os.environ)) == get_app_dir("sendframe")
    assert _own_folder("win32", {"APPDATA": "/data"}) == Path("/data/sendframe")


def test_a_user_without_a_home_has_no_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is raised, and no file in the working directory is read in their place."""
    monkeypatch.delenv("SENDFRAME_CONFIG", raising=False)
    monkeypatch.setattr(os.path, "expanduser", str)  # as it is where there is no home
    monkeypatch.chdir(tmp_path)
    for platform in ("linux", "darwin", "win32"):
        folder = _own_folder(platform, {})
        folder.mkdir(parents=True)  # below a folder that is really called "~"
        (folder / "config.toml").write_text("[plugins", encoding="utf-8")
        monkeypatch.setattr(_user_settings, "settings_file", lambda at=folder: at / "config.toml")
        assert settings() == Settings()


@pytest.mark.usefixtures("file")
def test_settings_that_may_not_be_read_stop_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They may disable something; the file and the reason of the system are reported."""

    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refused)
    with pytest.raises(InvalidDocument, match="cannot be read: Permission denied"):
        settings()


def test_a_file_that_is_named_must_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing runs because a name was misspelt; a folder or a pipe is no file either."""
    for name in ("missing.toml", "folder", "pipe"):
        path = tmp_path / name
        if name == "folder":
            path.mkdir()
        elif name == "pipe":
            os.mkfifo(path)
        monkeypatch.setenv("SENDFRAME_CONFIG", str(path))
        with pytest.raises(InvalidDocument, match="SFR902"):
            settings()
    given = tmp_path / "given.toml"
    given.write_text('[plugins]\ndisable = ["kent"]\n', encoding="utf-8")
    monkeypatch.setenv("SENDFRAME_CONFIG", str(given))
    assert settings().disable == ("kent",)


@pytest.mark.parametrize(
    ("given", "off"),
    [("off", True), ("0", True), ("No", True), ("false", True), ("", False), ("on", False)],
)
def test_the_switch_is_on_or_off(given: str, off: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else it says is an error: nothing runs because of a word nobody expected."""
    monkeypatch.setenv("SENDFRAME_PLUGINS", given)
    assert settings().off is off
    monkeypatch.setenv("SENDFRAME_PLUGINS", "maybe")
    with pytest.raises(InvalidDocument, match="neither on nor off"):
        Catalogue.discover()


def test_switched_off_plug_ins_are_listed_and_not_enabled(
    file: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the reason, whatever the file allows; sendframe's own are there as ever."""
    file.write_text('[plugins]\nallow = ["kent"]\n', encoding="utf-8")
    monkeypatch.setenv("SENDFRAME_PLUGINS", "off")
    result = installed([str(site)])
    assert {item.status for item in result} == {"left out, as SENDFRAME_PLUGINS is off"}
    assert not any(item.enabled for item in result)
    assert "html" in Catalogue.discover().renderers


def test_the_switch_and_the_file_are_reported_together(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both may be wrong."""
    file.write_text("[plugins", encoding="utf-8")
    monkeypatch.setenv("SENDFRAME_PLUGINS", "maybe")
    with pytest.raises(InvalidDocument) as messages:
        settings()
    assert [diagnostic.location.file for diagnostic in messages.value.diagnostics] == [
        "SENDFRAME_PLUGINS",
        file.as_posix(),
    ]
