"""What is API stands in a list, and the list is compared with what there is.

A name taken away breaks somebody's work, and a name added binds us: both show as a change of
``tests/data/public-names.txt``, which `python tests/meta/test_public_names.py` writes. What the
list holds, and what may become of it, is said in ``docs/explanation/stability.md``.
"""

import ast
import importlib
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import click
import pytest

from sendframe import cli, errors, model
from sendframe.plugins import DATA_GROUP, GROUPS, Catalogue

ROOT = Path(__file__).parents[2]
LIST = ROOT / "tests" / "data" / "public-names.txt"
PACKAGES = ("editions", "disclosure", "errors", "model", "plugins", "testing")
OF_VALIDATION = (
    "CURRENT_VERSION",
    "read_schema",
    "read_schema_bytes",
    "schema_id",
    "schema_kinds",
    "schema_names",
)
"""Of the package of validation these are public: the published schemas as data."""

OF_API = (
    "AllAreas",
    "comparators",
    "dump_package",
    "export_workbook",
    "new_workbook",
    "read_workbook",
    "evaluate_all_areas",
    "load_package",
    "run_all_areas",
)
"""Of the package that the names of the root come from, these are public as well."""

WITH_FIELDS = (
    "editions",
    "disclosure",
    "errors",
    "plugins",
)  # fields of documents are held by the schemas


def names() -> Iterator[str]:
    """Yield every public name of Python, with the fields of records."""
    root = importlib.import_module("sendframe")
    yield from (f"sendframe.{name}" for name in root.__all__)
    yield from fields("sendframe.ParseLimits", root.ParseLimits)
    for package in PACKAGES:
        module = importlib.import_module(f"sendframe.{package}")
        for name in module.__all__:
            yield f"sendframe.{package}.{name}"
            if package in WITH_FIELDS:
                yield from fields(f"sendframe.{package}.{name}", getattr(module, name))
    for module in ("commands", "statistics", "sections"):
        inner = importlib.import_module(f"sendframe.plugins.{module}")
        yield from (f"sendframe.plugins.{module}.{name}" for name in inner.__all__)
    context = importlib.import_module("sendframe.plugins.sections").BuildContext
    yield from fields("sendframe.plugins.sections.BuildContext", context)
    for package, known in (("api", OF_API), ("validation", OF_VALIDATION)):
        module = importlib.import_module(f"sendframe.{package}")
        for name in known:
            yield f"sendframe.{package}.{name}"
            yield from fields(f"sendframe.{package}.{name}", getattr(module, name))


def fields(name: str, value: Any) -> Iterator[str]:
    """Yield the public fields of an attrs class."""
    if isinstance(value, type) and attrs.has(value):
        for field in attrs.fields(value):
            if not field.name.startswith("_"):
                yield f"{name}.{field.name}"


def commands() -> Iterator[str]:
    """Yield every command, with its arguments and options."""

    def walk(name: str, command: click.Command) -> Iterator[str]:
        if isinstance(command, click.Group):
            context = click.Context(command)
            for each in command.list_commands(context):
                inner = command.get_command(context, each)
                assert inner is not None
                yield from walk(f"{name} {each}", inner)
            return
        yield name
        for parameter in command.params:
            words = parameter.opts if isinstance(parameter, click.Option) else [parameter.name]
            yield from (f"{name} {word}" for word in words)

    yield from walk("sendframe", cli.main)


def listed() -> str:
    """Return the list as it has to be."""
    own = Catalogue.discover(third_party=False)
    codes = {*errors.MANUALS, *own.checks}
    ids = {*own.scoring_rules, *own.sections, *own.renderers, *own.profiles}
    sections = {
        "Python": names(),
        "Hooks and the groups of their entry points": (
            *(f"{hook} {group}" for hook, group in GROUPS.items()), DATA_GROUP,
        ),
        "Codes": codes,
        "Rules, kinds of section, renderers and profiles": ids,
        "Commands": commands(),
    }  # fmt: skip
    lines = ["# What is API: see docs/explanation/stability.md."]
    for title, found in sections.items():
        lines += ["", f"# {title}", *sorted(set(found))]
    return "\n".join(lines) + "\n"


def test_what_is_public_is_what_the_list_says() -> None:
    """Nothing is taken away, and nothing becomes public, without the list being changed."""
    wanted, found = LIST.read_text(encoding="utf-8").splitlines(), listed().splitlines()
    gone, new = sorted({*wanted} - {*found}), sorted({*found} - {*wanted})
    assert not gone, f"taken away, which breaks what others wrote: {gone}"
    assert not new, f"new: `python tests/meta/test_public_names.py` adds it to the list: {new}"
    assert wanted == found


def test_the_public_packages_are_those_the_documentation_names() -> None:
    """The reference of Python and the page on stability name the packages that are listed."""
    reference = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    page = (ROOT / "docs/explanation/stability.md").read_text(encoding="utf-8")
    table = reference.partition("## Other packages")[2]
    told = set(re.findall(r"^\| `sendframe\.(\w+)` \|", table, re.MULTILINE))
    assert told == {*PACKAGES, "api", "validation"}
    for package in told:
        assert f"`sendframe.{package}`" in page
    for name in (*OF_API, *OF_VALIDATION):
        assert f"`{name}`" in table
        assert f"`{name}`" in page


def stub_of(package: str, module: str) -> ast.Module:
    """Return the stub of a module."""
    path = ROOT / "src" / "sendframe" / package / f"{module}.pyi"
    return ast.parse(path.read_text(encoding="utf-8"))


def declared_in(stub: ast.Module) -> list[str]:
    """Return the names that a stub lists in ``__all__``."""
    (declared,) = (
        ast.literal_eval(node.value)
        for node in stub.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    return list(declared)


def names_of(package: str, module: str | None) -> list[str]:
    """Return what a stub imports with a star."""
    if module == "_models":
        return declared_in(stub_of(package, module))
    names: list[str] = importlib.import_module(f"sendframe.{package}.{module}").__all__
    return names


def test_the_stub_of_the_root_declares_the_public_names() -> None:
    """Type checkers see each name that is imported when it is first used."""
    path = ROOT / "src" / "sendframe" / "__init__.pyi"
    declared = declared_in(ast.parse(path.read_text(encoding="utf-8")))
    assert declared == importlib.import_module("sendframe").__all__


@pytest.mark.parametrize("package", ["model", "plugins"])
def test_the_stub_declares_the_public_names(package: str) -> None:
    """``__init__.pyi`` has the same ``__all__`` as the package, and imports every other name."""
    stub = stub_of(package, "__init__")
    declared = declared_in(stub)
    if package == "plugins":  # whose names of the model are in a stub of their own
        declared += declared_in(stub_of(package, "_models"))
    imported = {
        name
        for node in stub.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        for name in (names_of(package, node.module) if alias.name == "*" else [alias.asname])
    }
    module = importlib.import_module(f"sendframe.{package}")
    assert sorted(declared) == module.__all__
    assert imported >= set(vars(module)["_HOME"])
    assert set(module.__all__) < imported


@pytest.mark.parametrize("package", ["model", "plugins"])
def test_a_public_class_names_its_document_or_hook(package: str) -> None:
    """The docstring of each public class has a line with the documents or hooks it belongs to."""
    module = importlib.import_module(f"sendframe.{package}")
    classes = [value for name in module.__all__ if isinstance(value := getattr(module, name), type)]
    line = re.compile(r"^    (Document|Hook)s?: .+[.]$", re.MULTILINE)
    assert [cls.__name__ for cls in classes if not line.search(cls.__doc__ or "")] == []
    assert len(classes) > 50


def test_a_class_names_the_documents_that_contain_it() -> None:
    """A class that one kind of document contains has that kind in the line, and no other kind."""
    kinds: dict[type, set[str]] = {}

    def collect(hint: Any, kind: str) -> None:
        if isinstance(hint, type) and issubclass(hint, model.Value):
            if kind not in kinds.setdefault(hint, set()):
                kinds[hint].add(kind)
                for field in attrs.fields(hint):
                    collect(field.type, kind)
        else:
            for argument in typing.get_args(hint):
                collect(argument, kind)

    for kind, cls in model.DOCUMENT_CLASSES.items():
        collect(cls, kind)
    single = {cls: kind for cls, (kind, *others) in kinds.items() if not others}
    assert len(single) > 100
    lines = {cls: f"    Document: ``{kind}``." for cls, kind in single.items()}
    assert [cls.__name__ for cls, line in lines.items() if line not in (cls.__doc__ or "")] == []


if __name__ == "__main__":
    LIST.write_text(listed(), encoding="utf-8", newline="\n")
