"""Commands that plug-ins add to ``sendframe``."""

import sys
from pathlib import Path

import pytest

from tests.unit.cli.command import out
from tests.unit.plugins.fake import install

pytestmark = pytest.mark.usefixtures("own_place")

HELLO = """
    import click

    @click.command()
    @click.argument("name")
    def command(name):
        click.echo(f"Hello {name}")
"""


def entry_point(module: str, name: str = "hello") -> str:
    """Return the entry point of a command."""
    return f"[sendframe.commands]\n{name} = {module}\n"


def test_a_command_of_a_plug_in_runs(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It has its arguments, and is listed; its module is imported by nothing else."""
    install(site, "sendframe-kent", "command_good", HELLO, entry_point("command_good"))
    listed, _ = out(capsys, 0, "plugins", "list")
    assert "commands" in listed
    assert "command_good" not in sys.modules
    assert out(capsys, 0, "hello", "Kent") == ("Hello Kent\n", "")


def test_a_command_that_almost_has_a_name_is_suggested(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Commands of plug-ins are among the suggestions; their modules are not imported."""
    install(site, "sendframe-kent", "command_near", HELLO, entry_point("command_near"))
    _, printed = out(capsys, 2, "helo")
    assert "Did you mean 'hello'?" in printed
    assert "command_near" not in sys.modules


def test_a_command_never_replaces_one_of_sendframe(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``sendframe areas`` is sendframe's, whatever a plug-in adds."""
    install(site, "sendframe-kent", "command_areas", HELLO, entry_point("command_areas", "areas"))
    printed, _ = out(capsys, 0, "areas", "--help")
    assert "List the local authorities" in printed
    assert "command_areas" not in sys.modules


@pytest.mark.parametrize(
    ("source", "requires", "message"),
    [
        ("import no_such_thing", "", "cannot be imported: ModuleNotFoundError: No module named"),
        ("raise SystemExit(0)", "", "cannot be imported: SystemExit: 0"),
        ("raise ValueError('\\x1b[31m')", "", "cannot be imported: ValueError: "),
        ("command = print", "", "cannot run: its `command` is no click command"),
        ("", "", "cannot be imported: AttributeError"),
        (HELLO, "sendframe>=99", "cannot run: needs sendframe >=99"),
    ],
)
def test_a_command_that_cannot_run_says_why(
    site: Path, capsys: pytest.CaptureFixture[str], source: str, requires: str, message: str
) -> None:
    """The exit code is that of a plug-in that failed, and the plug-in is named."""
    module = f"command_bad_{abs(hash((source, requires)))}"
    install(site, "sendframe-kent", module, source, entry_point(module), requires=requires)
    printed, problem = out(capsys, 3, "hello", "Kent")
    assert printed == ""
    assert f"The command 'hello' of sendframe-kent 1.2.0 {message}" in problem
    assert "\x1b" not in problem


def test_a_command_that_two_plug_ins_add_is_run_for_neither(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both are named, and what to do."""
    install(site, "sendframe-kent", "command_one", HELLO, entry_point("command_one"))
    install(site, "sendframe-devon", "command_two", HELLO, entry_point("command_two"))
    _, problem = out(capsys, 3, "hello", "Kent")
    assert "sendframe-devon and sendframe-kent both add the command 'hello'" in problem


def test_a_command_that_the_user_disables_does_not_run(
    site: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Settings that disable a plug-in hold for its commands."""
    install(site, "sendframe-kent", "command_off", HELLO, entry_point("command_off"))
    file = tmp_path / "own" / "sendframe" / "config.toml"
    file.write_text('[plugins]\ndisable = ["hello"]\n', encoding="utf-8")
    _, problem = out(capsys, 3, "hello", "Kent")
    assert "cannot run: disabled in" in problem
    assert "command_off" not in sys.modules
