"""What is built is what is installed: the wheel, the sdist and the editable install."""

import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

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
    "sendframe_data/profiles/board.json",
    "sendframe_data/profiles/sef-update.json",
    "sendframe_schemas/released.toml",
    "sendframe_schemas/v1/strategy.schema.json",
)


def ran(*command: object, cwd: Path = ROOT) -> str:
    """Run a command that must succeed and return what it printed."""
    done = subprocess.run(
        [str(each) for each in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist, and the wheel built from it."""
    folder = tmp_path_factory.mktemp("dist")
    ran(sys.executable, "-m", "build", "--outdir", folder)
    return folder


def test_wheel_and_sdist_carry_the_schemas(built: Path) -> None:
    """Schemas, profiles, templates and types are in the wheel and in the sdist."""
    (wheel,) = built.glob("*.whl")
    (sdist,) = built.glob("*.tar.gz")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert set(CARRIED) <= names
    with tarfile.open(sdist) as archive:
        held = {each.partition("/")[2] for each in archive.getnames()}
    assert "schemas/sendframe_schemas/v1/strategy.schema.json" in held
    assert "src/sendframe_data/profiles/board.json" in held
    assert not any("tests/" in each or "examples/" in each for each in names)


def _python(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    return folder / "bin" / "python"


def _smoke(python: Path, tmp_path: Path) -> None:
    """Make a report, and list the schemas, with what is installed."""
    out = tmp_path / "reports"
    example = ROOT / "examples" / "wyeford"
    printed = ran(python, "-m", "sendframe", "report", example, "--out", out, cwd=tmp_path)
    assert printed.splitlines() == [f"{out}/board.{x}" for x in ("html", "json", "md")]
    assert "strategy" in ran(python, "-m", "sendframe", "schema", "list", cwd=tmp_path)


def test_the_wheel_works_alone(built: Path, tmp_path: Path) -> None:
    """Installed into an empty environment the wheel makes a report."""
    (wheel,) = built.glob("*.whl")
    python = _python(tmp_path / "env")
    ran(python, "-m", "pip", "install", "--quiet", wheel)
    _smoke(python, tmp_path)
    ran(python, "-m", "pip", "check")


def test_the_editable_install_finds_the_schemas(tmp_path: Path) -> None:
    """Installed from the source tree in place it makes a report."""
    python = _python(tmp_path / "env")
    ran(python, "-m", "pip", "install", "--quiet", "--editable", ROOT)
    _smoke(python, tmp_path)
