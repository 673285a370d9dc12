"""The tree keeps its shape: small modules, one public module a package, nothing of one machine."""

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from sendframe.plugins import Catalogue

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src"
PACKAGE = SRC / "sendframe"
MODULES = sorted(each for each in SRC.rglob("*.py*") if each.suffix in {".py", ".pyi"})
PACKAGES = {each.name for each in PACKAGE.iterdir() if (each / "__init__.py").is_file()}
LONGEST = 400


def name_of(path: Path) -> str:
    """Return the name of a file in the repository."""
    return path.relative_to(ROOT).as_posix()


def package_of(path: Path) -> str:
    """Return the package of a module; its own name for a module of the root."""
    return path.relative_to(PACKAGE).parts[0]


def imports(path: Path) -> Iterator[tuple[str, str | None]]:
    """Yield every absolute import of sendframe as module and name; None for a whole module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((each.name, None) for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            level = node.level
            if level:
                parts = path.relative_to(SRC).parts[:-1]
                module = ".".join([*parts[: len(parts) - level + 1], node.module])
            else:
                module = node.module
            yield from ((module, each.name) for each in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_can_be_read_in_one_go(path: Path) -> None:
    """No module has more than 400 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_a_module_is_named_for_what_it_holds() -> None:
    """No module has a name that could hold anything."""
    anything = {"utils", "util", "helpers", "helper", "common", "misc", "base"}
    assert not [name_of(each) for each in MODULES if each.stem.strip("_") in anything]


def test_no_package_imports_the_root() -> None:
    """Packages import packages; the root, which has names of all of them, is for users only."""
    wrong = [
        f"{name_of(path)}: {module} {name or ''}"
        for path in MODULES
        if path.is_relative_to(PACKAGE) and path.parent != PACKAGE
        for module, name in imports(path)
        if module == "sendframe" and name not in PACKAGES
    ]
    assert not wrong


def test_no_package_imports_a_private_module_of_another() -> None:
    """A private module is imported within its own package only."""
    wrong = []
    for path in MODULES:
        if not path.is_relative_to(PACKAGE):
            continue
        for module, name in imports(path):
            parts = [*module.split("."), *([name] if name else [])]
            private = parts[0] == "sendframe" and len(parts) > 2 and parts[2].startswith("_")
            if private and parts[1] in PACKAGES and parts[1] != package_of(path):
                wrong.append(f"{name_of(path)}: {'.'.join(parts)}")
    assert not wrong


def test_everything_built_in_is_an_entry_point() -> None:
    """Each file of ``builtin`` is declared in ``pyproject.toml``, and each declaration a file."""
    with (ROOT / "pyproject.toml").open("rb") as stream:
        groups = tomllib.load(stream)["project"]["entry-points"]
    declared = [
        target
        for group, names in groups.items()
        if group != "sendframe.data"
        for target in names.values()
    ]
    files = [each.stem for each in (PACKAGE / "builtin").glob("*.py") if each.stem != "__init__"]
    assert sorted(declared) == sorted(f"sendframe.builtin.{each}" for each in files)


def test_a_built_in_file_is_declared_for_the_hook_it_implements() -> None:
    """The group of each built-in entry point is that of the one hook marked in its file."""
    with (ROOT / "pyproject.toml").open("rb") as stream:
        groups = tomllib.load(stream)["project"]["entry-points"]
    for group, names in groups.items():
        for target in names.values() if group != "sendframe.data" else ():
            path = SRC / f"{target.replace('.', '/')}.py"
            marks = re.findall(
                r"^@hookimpl\.(\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE
            )
            assert [f"sendframe.{each}" for each in marks] == [group], target


def test_nothing_but_the_built_in_files_knows_the_id_of_a_rule() -> None:
    """No other package has the id of a built-in rule in a string that is not documentation."""
    rules = set(Catalogue.discover(third_party=False).scoring_rules) - {"rank", "voice"}  # words
    assert len(rules) > 10
    wrong = [
        f"{name_of(path)}:{node.lineno}: {node.value}"
        for path in MODULES
        if path.is_relative_to(PACKAGE) and package_of(path) != "builtin"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in rules
    ]
    assert not wrong


@cache
def repository_files() -> tuple[Path, ...]:
    """Return the files that are, or would be, under version control."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("needs a git checkout")
    words = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return tuple(path for each in found.split("\0") if each and (path := ROOT / each).is_file())


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of each text file of the repository."""
    for path in repository_files():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            yield name_of(path), data.decode("utf-8", "replace")


def test_no_file_names_a_folder_of_one_machine() -> None:
    """No file holds a path into somebody's home or work folder."""
    path = re.compile(r"(?<![\w./:-])/(?:home|work|root|Users)/[\w.]")
    assert not [f"{name}: {hit[0]}" for name, text in texts() if (hit := path.search(text))]


def test_no_file_names_the_host_of_a_package_registry() -> None:
    """Where packages come from is the business of who installs them."""
    registries = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com"]
    registries += ["conda" + ".anaconda.org", "index-" + "url", "artifact" + "ory"]
    hosts = re.compile("|".join(map(re.escape, registries)), re.IGNORECASE)
    assert not [f"{name}: {hit[0]}" for name, text in texts() if (hit := hosts.search(text))]


def test_nothing_in_the_source_is_left_to_be_done() -> None:
    """The source holds no marker of unfinished work."""
    marks = re.compile(r"\b(?:raise NotImplementedError|TODO|FIXME|XXX)\b")
    sources = ((name_of(path), path.read_text(encoding="utf-8")) for path in MODULES)
    assert not [f"{name}: {hit[0]}" for name, text in sources if (hit := marks.search(text))]
