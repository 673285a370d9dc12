"""The documentation says what is true: its examples run, its links lead somewhere, nothing lacks.

What a fenced block is for stands behind its three backticks:

- ``python`` is run, ``pycon`` is held against what it prints; a page has one namespace.
- ``console``: each ``$ sendframe …`` is run, and must print the lines below it. ``...`` as the
  last line means that more follows; ``# exit 1`` behind a command is its exit code, 0 unless
  given. ``$ cp -r``, and ``$ python -m pip install -e`` for a plug-in, are done as well.
- ``diff`` is applied to the file it names; its lines must occur there exactly once.
- ``json FILE``, ``csv FILE``, ``toml FILE``, ``yaml FILE`` and ``python FILE`` write that file.
- ``text FILE`` holds lines that must stand in that file, in this order and together; ``...``
  in a line stands for anything.
- ``text``, ``sh`` and ``json`` without a file are left alone.

All of a page happens in one new folder that holds copies of ``examples`` and
``plugins/sendframe-plain``. ``SENDFRAME_UPDATE_DOCS=1`` writes what the commands printed into
the pages.
"""

import contextlib
import doctest
import inspect
import io
import os
import re
import runpy
import shlex
import shutil
import sys
import textwrap
import tomllib
import typing
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import attrs
import click
import pytest

import sendframe
from sendframe import cli, errors, plugins, validation
from sendframe.plugins import Catalogue
from tests.unit.cli.remembered import remembered

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", ROOT / "CHANGELOG.md"]
DOCS_PAGES = [each for each in sorted(DOCS.rglob("*.md")) if each.parent != DOCS / "site" / "api"]
PAGES += DOCS_PAGES
GENERATORS = (
    "generate_reference.py",
    "generate_indicators.py",
    "generate_workbook.py",
    "generate_hooks.py",
    "generate_plugins.py",
)
GENERATED = {
    "reference/documents.md",
    "reference/codes.md",
    "reference/indicators.md",
    "reference/plug-ins.md",
    "reference/report-sections.md",
    "reference/workbook.md",
    *(
        f"reference/hooks/{each.removeprefix('sendframe_').replace('_', '-')}.md"
        for each in plugins.GROUPS
    ),
}
BLOCK = re.compile(r"^```([a-z]*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGES = {"console", "csv", "diff", "json", "pycon", "python", "sh", "text", "toml", "yaml"}
RUN = {"console", "diff", "pycon", "python"}
UPDATE = bool(os.environ.get("SENDFRAME_UPDATE_DOCS"))
FLAGS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL | doctest.NORMALIZE_WHITESPACE


def name_of(page: Path) -> str:
    """Return the name of a page in the repository."""
    return page.relative_to(ROOT).as_posix()


class Page:
    """Runs the blocks of one page, in order."""

    def __init__(self, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self.folder, self.monkeypatch = path, folder, monkeypatch
        self.space: dict[str, Any] = {"__name__": "__docs__"}
        self.text = path.read_text(encoding="utf-8")

    def run(self) -> None:
        """Run every block; with UPDATE, write what was printed into the page."""
        new = BLOCK.sub(self._block, self.text)
        if UPDATE and new != self.text:
            self.path.write_text(new, encoding="utf-8", newline="\n")

    def _block(self, match: re.Match[str]) -> str:
        language, file, body = match.groups()
        where = f"{name_of(self.path)}:{self.text[: match.start()].count(chr(10)) + 1}"
        if language == "console":
            return match[0].replace(body, self._console(body, where)) if body else match[0]
        if language == "diff":
            self._patch(body, where)
        elif file is not None and language == "text":
            wanted = re.escape(body).replace(r"\.\.\.", ".*")
            found = (self.folder / file).read_text(encoding="utf-8")
            assert re.search(f"^{wanted}", found, re.MULTILINE), where
        elif file is not None:
            path = self.folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8", newline="\n")
        elif language == "python":
            code = compile("\n" * self.text[: match.start()].count("\n") + body, where, "exec")
            exec(code, self.space)
        elif language == "pycon":
            self._doctest(body, where)
        return match[0]

    def _doctest(self, body: str, where: str) -> None:
        test = doctest.DocTestParser().get_doctest(body, self.space, where, where, 0)
        said = io.StringIO()
        doctest.DocTestRunner(optionflags=FLAGS).run(test, out=said.write, clear_globs=False)
        self.space.update(test.globs)
        assert not said.getvalue(), said.getvalue()

    def _patch(self, body: str, where: str) -> None:
        first, second, *lines = body.splitlines()
        assert (first[:4], second[:4]) == ("--- ", "+++ "), where
        path = self.folder / second[4:]
        old = "\n".join(line[1:] for line in lines if not line.startswith("+"))
        new = "\n".join(line[1:] for line in lines if not line.startswith("-"))
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{where}: found {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def _console(self, body: str, where: str) -> str:
        written: list[str] = []
        lines = iter(body.splitlines())
        pending = next(lines, None)
        while pending is not None:
            assert pending.startswith("$ "), f"{where}: a block begins with a command"
            shown: list[str] = []
            command, pending = pending, None
            for line in lines:
                if line.startswith("$ "):
                    pending = line
                    break
                shown.append(line)
            written += [command, *self._command(command[2:], shown, where)]
        return "".join(f"{line}\n" for line in written)

    def _command(self, command: str, shown: list[str], where: str) -> list[str]:
        command, _, comment = command.partition("  # exit ")
        words = shlex.split(command)
        if words[:2] == ["cp", "-r"]:
            shutil.copytree(words[2], words[3])
            printed, code = [], 0
        elif words[:5] == ["python", "-m", "pip", "install", "-e"]:
            self._install(Path(words[5]))
            printed, code = [], 0
        else:
            assert words[0] == "sendframe", f"{where}: {command}"
            printed, code = run_command(words[1:])
        assert code == int(comment or 0), f"{where}: {command}: exit {code}: {printed}"
        cut = bool(shown) and shown[-1] == "..."
        found = [*printed[: len(shown) - 1], "..."] if cut else printed
        if not UPDATE:
            assert found == shown, f"{where}: {command}"
        return found

    def _install(self, project: Path) -> None:
        """Write what pip would: the metadata of a project, and its source on the path."""
        told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        site = self.folder.parent / "site"
        info = site / f"{told['name'].replace('-', '_')}-{told['version']}.dist-info"
        info.mkdir(parents=True)
        needs = [f"Requires-Dist: {each}" for each in told.get("dependencies", ())]
        head = ["Metadata-Version: 2.1", f"Name: {told['name']}", f"Version: {told['version']}"]
        (info / "METADATA").write_text("\n".join([*head, *needs, ""]), encoding="utf-8")
        points = [
            line
            for group, names in told.get("entry-points", {}).items()
            for line in (f"[{group}]", *(f"{name} = {target}" for name, target in names.items()))
        ]
        (info / "entry_points.txt").write_text("\n".join([*points, ""]), encoding="utf-8")
        self.monkeypatch.syspath_prepend(str((project / "src").resolve()))
        self.monkeypatch.syspath_prepend(str(site))


def run_command(words: list[str]) -> tuple[list[str], int]:
    """Run sendframe and return the lines it printed, errors last, and its exit code."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.run(words)
    return [*out.getvalue().splitlines(), *err.getvalue().splitlines()], code


@pytest.fixture(scope="module", autouse=True)
def shared() -> Iterator[None]:
    """Let the commands of all pages share what does not depend on them."""
    with remembered():
        yield


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a new working directory that holds the examples and the plug-in to copy."""
    here = tmp_path / "here"
    ignore = shutil.ignore_patterns("__pycache__", "*.egg-info", "build", ".*")
    shutil.copytree(ROOT / "examples", here / "examples", ignore=ignore)
    plain = Path("plugins/sendframe-plain")
    shutil.copytree(ROOT / plain, here / plain, ignore=ignore)
    monkeypatch.chdir(here)
    before = set(sys.modules)
    yield here
    for name in set(sys.modules) - before:
        if str(tmp_path) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


def has_examples(path: Path) -> bool:
    """Say whether a page has a block that `Page` does something with."""
    blocks = BLOCK.findall(path.read_text(encoding="utf-8"))
    return any(file or language in RUN for language, file, _ in blocks)


@pytest.mark.slow
@pytest.mark.parametrize("path", [*filter(has_examples, PAGES)], ids=name_of)
def test_examples_of_a_page_run(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of a page runs, and every command prints what the page shows."""
    Page(path, folder, monkeypatch).run()


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_each_block_says_what_it_is(path: Path) -> None:
    """Each fenced block names a language whose blocks are either run or plainly are not."""
    fences = re.findall(r"^```.*$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert {each[3:].partition(" ")[0] for each in fences[::2]} <= LANGUAGES
    assert set(fences[1::2]) <= {"```"}


@cache
def anchors_of(path: Path) -> list[str]:
    """Return the anchors of a page's headings."""
    prose = BLOCK.sub("", path.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    kept = (re.sub(r"[^\w\- ]", "", each.lower()) for each in headings)
    return [each.strip().replace(" ", "-") for each in kept]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_headings_of_a_page_differ(path: Path) -> None:
    """No two headings of a page have one anchor, so that a link means one of them."""
    if path.name != "CHANGELOG.md":  # its headings come again with every version
        found = anchors_of(path)
        assert not {each for each in found if found.count(each) > 1}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_within_the_repository_lead_somewhere(path: Path) -> None:
    """Each relative link names a file that is there, and a heading that stands in it."""
    prose = BLOCK.sub("", path.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        found = (path.parent / file).resolve() if file else path
        assert found.exists(), f"{name_of(path)}: {target}"
        assert not anchor or anchor in anchors_of(found), f"{name_of(path)}: {target}"


def test_each_page_can_be_reached_from_the_index() -> None:
    """Every page of the documentation is linked from ``docs/index.md``."""
    text = (DOCS / "index.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([^)\s#]+\.md)\)", text))
    pages = {each.relative_to(DOCS).as_posix() for each in DOCS_PAGES}
    assert pages - {"index.md"} <= linked


def test_generated_pages_are_up_to_date() -> None:
    """The pages made from schemas, manuals and hooks equal what their generators make now."""
    made: set[str] = set()
    for generator in GENERATORS:
        pages = runpy.run_path(str(DOCS / generator))["pages"]()
        made |= set(pages)
        for name, text in pages.items():
            found = (DOCS / name).read_text(encoding="utf-8")
            assert found == text, f"run `python docs/{generator}`: {name} is out of date"
    assert made == GENERATED


def test_each_hook_has_a_page_with_its_exact_signature() -> None:
    """Name, arguments and return type stand there as in the specification, and its example too."""
    for hook, group in plugins.GROUPS.items():
        spec = vars(plugins.HookSpecs)[hook].__func__
        (record,) = typing.get_args(inspect.signature(spec).return_annotation)
        page = f"hooks/{hook.removeprefix('sendframe_').replace('_', '-')}.md"
        text = (DOCS / "reference" / page).read_text(encoding="utf-8")
        records = typing.get_args(record) or (record,)
        names = " | ".join(each.__name__ for each in records)
        assert f"def {hook}() -> Iterable[{names}]\n" in text
        assert f"Entry-point group: `{group}`" in text
        example = spec.__doc__.partition("```python\n")[2].partition("```")[0]
        assert textwrap.dedent(example).strip() in text
        fields = [each.name for kind in records for each in attrs.fields(kind)]
        assert all(f"| `{each}` |" in text for each in fields)


def headings(page: str) -> list[str]:
    """Return the headings of a page of the reference."""
    text = (DOCS / "reference" / page).read_text(encoding="utf-8")
    return re.findall(r"^#+ (.+)$", text, re.MULTILINE)


def test_each_public_name_is_documented() -> None:
    """Each name of ``sendframe.__all__`` has a heading in the reference of Python."""
    told = {re.split(r"[^A-Za-z_]", each.strip("`"))[0] for each in headings("python.md")}
    assert {*sendframe.__all__} <= told


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its full name, groups excepted."""

    def walk(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        if not isinstance(command, click.Group):
            yield name, command
            return
        context = click.Context(command)
        for each in command.list_commands(context):
            inner = command.get_command(context, each)
            assert inner is not None
            yield from walk(f"{name} {each}", inner)

    yield from walk("sendframe", cli.main)


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=str)
def test_each_command_and_option_is_documented(name: str, command: click.Command) -> None:
    """Each command has a section, and the section names all its options and arguments."""
    text = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    parts = re.split(r"^## `(.+)`$", text, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    found = [each for each in sections if each.startswith(name)]
    assert len(found) == 1, f"no section, or more than one, for {name}"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            for option in parameter.opts:
                assert f"`{option}" in sections[found[0]], f"{name} {option}"
        else:
            assert (parameter.metavar or str(parameter.name).upper()) in found[0]
    options = set(re.findall(r"^\| `(--[a-z-]+)", sections[found[0]], re.MULTILINE))
    assert options <= {each for one in command.params for each in one.opts}, "an option too many"


def test_each_exit_code_is_documented() -> None:
    """The reference of commands has the exit codes 0 to 3."""
    text = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    rows = takewhile(lambda each: each <= "9", re.findall(r"^\| (\d) \|", text, re.MULTILINE))
    assert list(rows) == ["0", "1", "2", "3"]


def test_each_code_is_documented() -> None:
    """Each code of a manual, each check and each rule of sendframe has a section."""
    catalogue = Catalogue.discover(third_party=False)
    wanted = {*errors.MANUALS, *catalogue.checks, *catalogue.scoring_rules}
    assert wanted <= {each.partition(":")[0].strip("`") for each in headings("codes.md")}


def test_each_kind_of_section_is_documented_with_its_options() -> None:
    """Each kind of section of sendframe has a heading, and a line for each of its options."""
    text = (DOCS / "reference" / "report-sections.md").read_text(encoding="utf-8")
    parts = re.split(r"^## `(.+?)`.*$", text, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    kinds = Catalogue.discover(third_party=False).sections
    assert list(sections) == list(kinds)
    for id_, kind in kinds.items():
        options = re.findall(r"^- `(\w+)`: \w", sections[id_], re.MULTILINE)
        assert options == [field.name for field in attrs.fields(kind.record.options)]


def test_each_kind_of_document_is_documented() -> None:
    """Each kind of document has a section, and a row in the list of schemas."""
    text = (DOCS / "reference" / "schemas.md").read_text(encoding="utf-8")
    told = headings("documents.md")
    for kind in validation.schema_kinds():
        assert f"Document `{kind}`" in told
        assert validation.schema_id(kind) in text
