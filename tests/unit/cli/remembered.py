"""Many commands in one process: what does not depend on a command is computed for the first only.

`cli.run` finds and collects the plug-ins, loads a portfolio and evaluates it, each time anew, as a
program must that ends after one command. Tests that run hundreds of commands need not: each of
these is a function of its arguments, of files and of what is installed, and nothing changes what it
returned.
"""

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sendframe import disclosure, plugins
from sendframe.api import _evaluation, _report, _trail
from sendframe.cli import _compare, _portfolio, _revisions, _why
from sendframe.documents import MANIFEST, LibrarySource, load_folder
from sendframe.jsontext import ParseLimits
from sendframe.model import Portfolio
from sendframe.plugins import Catalogue, DataLibrary, settings

__all__ = ["remembered"]

Function = Callable[..., Any]


class _Memory:
    """What was computed so far.

    Attributes:
        results: The results, each with what it was computed from, so that nothing else can get
            an identity that is part of a key.
        path: The ``sys.path`` on which nothing is that tests made.
    """

    def __init__(self) -> None:
        self.results: dict[object, tuple[Any, object]] = {}
        self.path = frozenset(sys.path)

    def result(self, key: object, function: Function, *given: Any, **more: Any) -> Any:
        """Return what a function returns; of all calls with a key only the first calls it."""
        if key not in self.results:
            self.results[key] = (function(*given, **more), (given, more))
        return self.results[key][0]

    def by_identity(self, function: Function) -> Function:
        """Return a function that returns for the same arguments the same result."""

        def call(*given: Any, **more: Any) -> Any:
            values = [*given, *(value for pair in sorted(more.items()) for value in pair)]
            key = (each if isinstance(each, str | tuple | date) else id(each) for each in values)
            return self.result((function, *key), function, *given, **more)

        return call

    def installed(self) -> object:
        """Return what differs where other plug-ins are installed, enabled or written anew."""
        made = (Path(entry) for entry in sys.path if entry not in self.path)
        files = (path for entry in made for path in entry.rglob("*") if path.suffix != ".pyc")
        return tuple(sys.path), settings(), tuple((each, each.stat().st_mtime_ns) for each in files)

    def allowing(self, function: Function) -> Function:
        """Return the method of a catalogue or library that returns one of fewer plug-ins."""

        def call(self_: Any, names: Iterable[str]) -> Any:
            wanted = tuple(names)
            parts = (getattr(self_, name, None) for name in ("plugins", "known", "debug"))
            key = (function, *parts, wanted, self.installed())
            return self.result(key, function, self_, wanted)

        return call

    def discover(self, function: Function) -> Function:
        """Return the method that finds the installed plug-ins."""

        def call(paths: Iterable[str] | None = None, **more: bool) -> Any:
            if paths is not None:
                return function(paths, **more)
            key = (function, *sorted(more.items()), self.installed())
            return self.result(key, function, **more)

        return call

    def load(self, folder: Path, limits: ParseLimits, source: LibrarySource) -> Portfolio:
        """Load a portfolio; folders with the same files hold equal ones."""
        if not (folder / MANIFEST).is_file():
            return load_folder(folder, limits, source)
        library = source()
        digest = hashlib.sha256()
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            digest.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
        key = (load_folder, digest.digest(), limits, id(library))
        loaded: Portfolio = self.result(key, load_folder, folder, limits, lambda: library)
        return loaded


@contextmanager
def remembered() -> Iterator[None]:
    """Let commands share plug-ins, portfolios and evaluations that are the same."""
    memory = _Memory()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Catalogue, "discover", memory.discover(Catalogue.discover))
        patch.setattr(Catalogue, "allowing", memory.allowing(Catalogue.allowing))
        patch.setattr(DataLibrary, "allowing", memory.allowing(DataLibrary.allowing))
        patch.setattr(plugins, "library", lambda: Catalogue.discover().library, raising=False)
        for module in (_compare, _portfolio, _revisions, _why, _report):
            patch.setattr(module, "load_folder", memory.load)
        figures_for = memory.by_identity(_evaluation.figures_for)
        for place in (_evaluation, _report, _trail):
            patch.setattr(place, "figures_for", figures_for)
        patch.setattr(disclosure, "disclose", memory.by_identity(disclosure.disclose))
        patch.setattr(_evaluation, "_evaluated", memory.by_identity(_evaluation._evaluated))
        yield
