"""What is built is what is installed: the wheel, the sdist and the editable install."""

import json
import os
import runpy
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from tests.contract.environment import new_environment, pip, ran

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.network

CARRIED = (
    "sendframe/py.typed",
    "sendframe/__init__.pyi",
    "sendframe/builtin/templates/report.html.j2",
    "sendframe/builtin/templates/report.css",
    "sendframe/api/starter/README.md",
    "sendframe/api/starter/figures.csv",
    "sendframe/api/starter/portfolio.json",
    "sendframe_data/criteria/local-send-reform-plan-2026.json",
    "sendframe_data/indicators/local-templates.json",
    "sendframe_data/profiles/board.json",
    "sendframe_data/profiles/sef-update.json",
    "sendframe_schemas/released.toml",
    "sendframe_schemas/v1/strategy.schema.json",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist, and the wheel built from it."""
    folder = tmp_path_factory.mktemp("dist")
    ran(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """Return the wheel."""
    (file,) = built.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment into which the wheel was installed, and nothing else."""
    made = new_environment(tmp_path_factory.mktemp("env"))
    pip(made, "install", "--quiet", "--no-compile", wheel)
    return made


def test_wheel_and_sdist_carry_the_schemas(built: Path, wheel: Path) -> None:
    """Schemas, profiles, templates and types are in the wheel and in the sdist."""
    (sdist,) = built.glob("*.tar.gz")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert set(CARRIED) <= names
    with tarfile.open(sdist) as archive:
        held = {each.partition("/")[2] for each in archive.getnames()}
    assert "schemas/sendframe_schemas/v1/strategy.schema.json" in held
    assert "src/sendframe_data/profiles/board.json" in held
    assert not any("tests/" in each or "examples/" in each for each in names)


def test_the_same_source_gives_the_same_bytes(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wheel and sdist, from another folder, with other times and rights of files, on another day."""
    copied = tmp_path / "copied"
    names = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = names["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    for name in (".gitignore", "pyproject.toml", *(each.removeprefix("/") for each in included)):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copied / name, copy_function=shutil.copyfile)
        else:
            copied.mkdir(exist_ok=True)
            shutil.copyfile(ROOT / name, copied / name)
    for path in copied.rglob("*.py"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o600)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    again = tmp_path / "again"
    ran(sys.executable, "-m", "build", "--no-isolation", "--outdir", again, cwd=copied)
    first, second = (
        {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
        for folder in (built, again)
    )
    assert len(first) == 2
    assert first == second


def _smoke(python: Path, tmp_path: Path) -> None:
    """Make a report, and list the schemas, with what is installed."""
    out = tmp_path / "reports"
    example = ROOT / "examples" / "wyeford"
    printed = ran(python, "-m", "sendframe", "report", example, "--out", out, cwd=tmp_path)
    written = [f"{name}.{x}" for name in ("annex", "board") for x in ("html", "json", "md")]
    assert printed.splitlines() == [
        f"{out}/{name}" for name in (*written, "index.html", "index.md", "shown.json")
    ]
    assert "strategy" in ran(python, "-m", "sendframe", "schema", "list", cwd=tmp_path)


def test_the_wheel_works_alone(python: Path, tmp_path: Path) -> None:
    """Installed into an empty environment the wheel makes a report."""
    _smoke(python, tmp_path)
    pip(python, "check")


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of the plug-in of a council."""
    folder = tmp_path_factory.mktemp("council")
    project = ROOT / "plugins" / "sendframe-council-example"
    words = ("--wheel", "--no-isolation", "--outdir", folder, project)
    ran(sys.executable, "-m", "build", *words, cwd=ROOT)
    (file,) = folder.glob("*.whl")
    return file


def _with_marlbeck(folder: Path) -> Path:
    """Return a copy of Wyeford to which the council's own example was added."""
    script = ROOT / "plugins" / "sendframe-council-example" / "tests" / "conftest.py"
    told = runpy.run_path(str(script))
    snippet = json.loads(told["SNIPPET"].read_text(encoding="utf-8"))
    copied: Path = told["with_snippet"](folder, snippet)
    return copied


def test_a_plug_in_comes_and_goes_in_an_empty_environment(
    python: Path, council: Path, tmp_path: Path
) -> None:
    """Both wheels installed, all that the plug-in brings shows; uninstalled, all else still runs."""
    pip(python, "install", "--quiet", "--no-compile", council)
    area, out = _with_marlbeck(tmp_path / "wyeford"), tmp_path / "out"
    profiles = (word for name in ("board", "annex", "sef-update") for word in ("--profile", name))
    words = ("report", area, "--out", out, "--format", "markdown", *profiles)
    command = python.with_name("sendframe")
    ran(command, *words, "--format", "marlbeck.bulletin", cwd=tmp_path)
    for name, shown in (
        ("board", "Late EHC plans of each 100 issued"),  # its indicator
        ("annex", "marlbeck.target-or-improved"),  # its rule
        ("sef-update", "taking hold"),  # a value of its scale
        ("sef-update", "Do families hear what became of what they told us?"),  # its criteria
        ("annex", "sendframe-council-example | 0.1.0"),  # where they come from
    ):
        assert shown in (out / f"{name}.md").read_text(encoding="utf-8"), shown
    assert (out / "board-bulletin.html").is_file()  # its renderer
    pip(python, "uninstall", "--quiet", "--yes", "sendframe-council-example")
    done = subprocess.run(
        [str(each) for each in (command, *words)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for missing in ("marlbeck.questions", "marlbeck.scales", "marlbeck.indicators", "'marlbeck'"):
        assert missing in done.stderr
    text = (out / "annex.md").read_text(encoding="utf-8")
    assert "Not here: the plug-in 'marlbeck'" in text
    assert "'marlbeck.target-or-improved' is not installed" in text
    assert "66.8%" in text


def test_the_editable_install_finds_the_schemas(python: Path, tmp_path: Path) -> None:
    """Installed from the source tree in place of the wheel it makes a report."""
    pip(python, "install", "--quiet", "--no-compile", "--editable", ROOT)
    where = ran(python, "-c", "import sendframe; print(sendframe.__file__)", cwd=tmp_path)
    assert Path(where.strip()) == ROOT / "src" / "sendframe" / "__init__.py"
    _smoke(python, tmp_path)
