"""What other programs read at the root of the repository is what they take, and is true."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML  # check-jsonschema brings it

import sendframe
from sendframe import cli

ROOT = Path(__file__).parents[2]
SCHEMAS = {
    ".github/workflows/ci.yml": "vendor.github-workflows",
    ".github/ISSUE_TEMPLATE/config.yml": "vendor.github-issue-config",
    ".github/ISSUE_TEMPLATE/fault.yml": "vendor.github-issue-forms",
    ".github/ISSUE_TEMPLATE/idea.yml": "vendor.github-issue-forms",
    ".github/ISSUE_TEMPLATE/plan.yml": "vendor.github-issue-forms",
    "CITATION.cff": "vendor.citation-file-format",
    "action.yml": "vendor.github-actions",
}


def read(name: str) -> Any:
    """Return what a YAML file holds."""
    return YAML(typ="safe").load((ROOT / name).read_text("utf-8"))


def test_each_file_has_its_schema() -> None:
    """No file of the kind is left out."""
    there = {each.relative_to(ROOT).as_posix() for each in (ROOT / ".github").rglob("*.yml")}
    assert there | {"CITATION.cff", "action.yml"} == set(SCHEMAS)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_file_is_what_its_readers_take(name: str) -> None:
    """The published schema of each kind of file accepts it."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[name], name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


def test_the_citation_names_this_version() -> None:
    """The version to cite is that of the package."""
    assert read("CITATION.cff")["version"] == sendframe.__version__


def test_versions_of_python_are_those_that_the_workflow_runs() -> None:
    """A classifier promises no version that nothing is run with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    promised = {
        each.rpartition(" ")[2]
        for each in project["classifiers"]
        if re.search(r"Python :: 3\.\d+$", each)
    }
    jobs = read(".github/workflows/ci.yml")["jobs"]
    tried = {each["python"] for each in jobs["core"]["strategy"]["matrix"]["include"]}
    (main,) = (each["with"] for each in jobs["everything"]["steps"] if "python" in str(each))
    assert promised == tried | {main["python-version"]}
    assert [each.get("run") for each in jobs["everything"]["steps"]][-1] == "bash .ci/run"


def test_hooks_and_action_run_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """What pre-commit and the action run are commands with options that exist."""
    folder = str(ROOT / "examples" / "herefordshire")
    for hook in read(".pre-commit-hooks.yaml"):
        assert cli.run([*hook["entry"].split()[1:], folder]) == 0
    for word in ("validate", "check"):
        assert cli.run([word, folder, "--output-format", "github"]) == 0
        assert word in read("action.yml")["runs"]["steps"][-1]["run"]
    assert "::error" not in capsys.readouterr().out
