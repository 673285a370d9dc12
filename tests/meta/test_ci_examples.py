"""The CI files that the documentation shows are what those systems take, and their calls run."""

import contextlib
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML  # check-jsonschema brings it

from sendframe import cli

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "use-in-ci.md"
FILES = dict(
    re.findall(r"^```yaml (\S+)\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
)
SCHEMAS = {
    ".github/workflows/documents.yml": "vendor.github-workflows",
    ".github/workflows/scan.yml": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}


def read(name: str) -> Any:
    """Return what a file of the page holds."""
    return YAML(typ="safe").load(FILES[name])


def texts(value: Any) -> Iterator[str]:
    """Yield every text of a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


CALLS = [
    (name, each)
    for name in FILES
    for each in texts(read(name))
    if re.match("sendframe (?:check|validate) my-area", each)
]


def test_each_file_is_looked_at() -> None:
    """Every file of the page is one whose schema is known, but for that of pre-commit."""
    assert {*FILES} == {*SCHEMAS, ".pre-commit-config.yaml"}
    assert [name for name, _ in CALLS] == [*FILES]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_ci_file_obeys_its_published_schema(name: str, tmp_path: Path) -> None:
    """It is held against the schema that check-jsonschema brings."""
    path = tmp_path / Path(name).name
    path.write_text(FILES[name], encoding="utf-8")
    words = ["-m", "check_jsonschema", "--builtin-schema", SCHEMAS[name], str(path)]
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("name", "call"), CALLS)
def test_a_call_in_a_ci_file_runs(
    name: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each call is understood, and what it writes for another program is what it should be."""
    shutil.copytree(ROOT / "examples" / "wyeford", tmp_path / "my-area")
    monkeypatch.chdir(tmp_path)
    program, *words = shlex.split(call.partition(" > ")[0])
    assert program == "sendframe"
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.run(words)
    assert err.getvalue() == ""
    assert code == (1 if words[0] == "check" else 0)
    if "sarif" in words:
        assert json.loads(out.getvalue())["runs"][0]["results"]
    elif "gitlab" in words:
        assert json.loads(out.getvalue())[0]["check_name"]
    elif "github" in words:
        assert out.getvalue().startswith("::warning file=my-area/actions-belong.json,")
    else:
        assert (name, out.getvalue()) == (".pre-commit-config.yaml", "")


@pytest.mark.parametrize("name", [".github/workflows/scan.yml", ".gitlab-ci.yml"])
def test_a_report_is_read_from_where_it_is_written(name: str) -> None:
    """The file behind `>` is the one that the system is told to take, whether or not all is well."""
    (written,) = [
        call.partition(" > ")[2] for file, call in CALLS if file == name and " > " in call
    ]
    assert [*texts(read(name))].count(written) == 1
    assert ("always()" in FILES[name]) or ("when: always" in FILES[name])
