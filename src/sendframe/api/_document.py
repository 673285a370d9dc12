"""Load, validate and write documents and portfolios."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar, overload

from sendframe.documents import load_document, load_folder, validate_path
from sendframe.errors import Diagnostic, InvalidDocument
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits

from ._in_memory import diagnostics_in_memory, document_in_memory

if TYPE_CHECKING:
    from sendframe.documents import Library
    from sendframe.model import Document, Portfolio
    from sendframe.plugins import Catalogue

__all__ = ["dump", "dumps", "library_of", "load", "loads", "validate"]

PathLike = str | os.PathLike[str]
T = TypeVar("T")


def library_of(catalogue: "Catalogue | None") -> "Library":
    """Return the data documents of plug-ins, without importing any.

    Args:
        catalogue: The plug-ins; those installed unless given.
    """
    if catalogue is not None:
        return catalogue.library
    from sendframe.plugins import library  # only when a document needs it

    return library()


def _of_class(value: object, cls: type[T], source: str) -> T:
    """Return a value that was asked for by its class.

    Raises:
        TypeError: It is of another class.
    """
    if isinstance(value, cls):
        return value
    message = f"{source} holds a {type(value).__name__}, and not a {cls.__name__}"
    raise TypeError(message)


@overload
def load(
    path: PathLike, *, limits: ParseLimits = ..., catalogue: "Catalogue | None" = ...
) -> "Document | Portfolio": ...
@overload
def load(
    path: PathLike,
    cls: type[T],
    *,
    limits: ParseLimits = ...,
    catalogue: "Catalogue | None" = ...,
) -> T: ...


def load(
    path: PathLike,
    cls: type[Any] = object,
    *,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: "Catalogue | None" = None,
) -> Any:
    """Read a document, or the portfolio of a folder.

    Args:
        path: A JSON document, or a folder that holds a ``portfolio.json``.
        cls: The class it is to be of, such as `Portfolio` or `Strategy`: then the result has this
            type for type checkers too.
        limits: How much of each document is accepted.
        catalogue: The plug-ins whose data documents a portfolio may use, and which define
            extensions; those installed unless given. None is imported.

    Returns:
        The document as a value of its class; a `Portfolio` for a folder.

    Raises:
        InvalidDocument: The document is not valid; the exception holds every diagnostic.
        TypeError: It is of another class than *cls*, or *path* is no path.
    """
    file = _path(path, "load")
    library = partial(library_of, catalogue)
    if file.is_dir():
        return _of_class(load_folder(file, limits, library), cls, file.as_posix())
    return _of_class(load_document(file, limits, library), cls, file.as_posix())


def _path(path: object, function: str) -> Path:
    if isinstance(path, str | os.PathLike):
        return Path(path)
    message = f"{function}() reads a path, a str or an os.PathLike, not {type(path).__name__}"
    raise TypeError(message)


@overload
def loads(
    data: bytes | str | Mapping[str, Any],
    *,
    limits: ParseLimits = ...,
    catalogue: "Catalogue | None" = ...,
) -> "Document": ...
@overload
def loads(
    data: bytes | str | Mapping[str, Any],
    cls: type[T],
    *,
    limits: ParseLimits = ...,
    catalogue: "Catalogue | None" = ...,
) -> T: ...


def loads(
    data: bytes | str | Mapping[str, Any],
    cls: type[Any] = object,
    *,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: "Catalogue | None" = None,
) -> Any:
    """Read a document that is in memory, such as the body of a request.

    Args:
        data: JSON as bytes or text, or the same as a dict.
        cls: The class it is to be of, such as `Strategy`.
        limits: How much is accepted.
        catalogue: The plug-ins that define extensions; those installed unless given.

    Returns:
        The document as a value of its class.

    Raises:
        InvalidDocument: The document is not valid; the exception holds every diagnostic. Those of
            a dict have JSON pointers and no lines.
        TypeError: It is of another class than *cls*, or *data* is something else.

    Examples:
        >>> import sendframe
        >>> from sendframe.model import EvidenceRegister, Text
        >>> evidence = EvidenceRegister(id="e", title=Text(default="Evidence"))
        >>> sendframe.loads(sendframe.dumps(evidence), EvidenceRegister) == evidence
        True
    """
    document, problems = document_in_memory(data, limits, partial(library_of, catalogue))
    if document is None:
        raise InvalidDocument(problems)
    return _of_class(document, cls, "the document")


def dumps(document: "Document", *, catalogue: "Catalogue | None" = None) -> str:
    """Return a document as JSON text, as `dump` writes it.

    Args:
        document: The document.
        catalogue: The plug-ins that define extensions; those installed unless given.

    Raises:
        InvalidDocument: `loads` would refuse it; the exception has every problem.
        TypeError: It is no document.
    """
    return dump(document, catalogue=catalogue).decode("utf-8")


def validate(
    source: PathLike | bytes | Mapping[str, Any] | IO[bytes] | IO[str],
    *,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: "Catalogue | None" = None,
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a document, or of a folder of documents.

    Args:
        source: The path of a JSON document, or of a folder that holds a ``portfolio.json``; or a
            document in memory: bytes, a dict, or an open file. A str is a path.
        limits: How much of each document is accepted.
        catalogue: The plug-ins whose data documents are used; those installed unless given.

    Returns:
        Diagnostics in the order of the files; empty if there are none. A diagnostic of severity
        ``note`` is not an error. References to other documents are checked in folders only.
    """
    library = partial(library_of, catalogue)
    if isinstance(source, str | os.PathLike):
        return validate_path(Path(source), limits, library)
    read = getattr(source, "read", None)
    data = source if read is None else read(limits.bytes + 1)
    return diagnostics_in_memory(data, limits, library)


@overload
def dump(
    document: "Document",
    path: PathLike | None = ...,
    *,
    limits: ParseLimits = ...,
    catalogue: "Catalogue | None" = ...,
) -> bytes: ...
@overload
def dump(
    document: "Portfolio",
    path: PathLike,
    *,
    limits: ParseLimits = ...,
    catalogue: "Catalogue | None" = ...,
    overwrite: bool = ...,
) -> tuple[Path, ...]: ...


def dump(
    document: "Document | Portfolio",
    path: PathLike | None = None,
    *,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: "Catalogue | None" = None,
    overwrite: bool = False,
) -> bytes | tuple[Path, ...]:
    """Write a document, or a portfolio with all its documents and tables, as `load` reads it.

    What `load` would refuse is not written. A document is returned as JSON text, and written to
    *path* if given; a file that is there is replaced. A portfolio is written to the folder
    *path*: ``portfolio.json``, each document at the path that the manifest names for it, in the
    same order, and the tables of figures. Documents of plug-ins are not written. `load` returns an
    equal portfolio, but for ``inputs``. All files are written in full, or none.

    Args:
        document: A document, or a portfolio.
        path: The file of a document, or the folder of a portfolio; created if it is missing.
        limits: How much of each document is accepted when it is loaded.
        catalogue: The plug-ins whose data documents are used, and which define extensions; those
            installed unless given.
        overwrite: Whether a portfolio may be written into a folder that is not empty. Files of
            the same names are replaced, and others stay.

    Returns:
        The text of a document; the files written for a portfolio, sorted by name.

    Raises:
        InvalidDocument: `load` would refuse it; the exception has every problem. Locations have
            JSON pointers and no lines. Nothing was written.
        CannotWrite: A file could not be written, or the folder of a portfolio is not empty;
            nothing was changed.
        TypeError: An argument is something else than named here.

    Examples:
        >>> import sendframe
        >>> from sendframe.model import EvidenceRegister, Text
        >>> evidence = EvidenceRegister(id="e", title=Text(default="Evidence"))
        >>> len(sendframe.dump(evidence))
        134
    """
    from sendframe.model import Document, Portfolio  # load needs no model to refuse a document

    given: object = document  # callers without a type checker may give anything
    target: object = path
    if not (target is None or isinstance(target, (str, os.PathLike))):
        message = f"dump() writes to a path, a str or an os.PathLike, not {type(target).__name__}"
        raise TypeError(message)
    library = partial(library_of, catalogue)
    if isinstance(document, Portfolio):
        if path is None:
            message = "dump() needs the folder to write a portfolio to"
            raise TypeError(message)
        from sendframe.documents import dump_portfolio

        return dump_portfolio(document, Path(path), limits, library, new=not overwrite)
    if not isinstance(given, Document):
        message = f"dump() accepts a document or a portfolio, not {type(given).__name__}"
        raise TypeError(message)
    from sendframe.documents import valid_bytes, write_file

    data = valid_bytes(document, limits, library)
    if path is not None:
        write_file(Path(path), data)
    return data
