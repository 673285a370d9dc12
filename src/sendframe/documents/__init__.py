"""From bytes to documents and back: parsing, schemas, references, positions, safe writing.

Every problem of a layer is found at once, with file, line, column and JSON path. Nothing is
ever fetched, and nothing outside the folder of a portfolio is read.
"""

from typing import TYPE_CHECKING, Any

from ._document import placed
from ._file import opened, read_bytes, resolve_inside
from ._folder import MANIFEST, check_path, load_document, load_folder, unresolved
from ._library import (
    Library,
    LibraryDocument,
    LibrarySource,
    NoLibrary,
    nothing_installed,
)
from ._reference import belongs_to_any

if TYPE_CHECKING:
    from ._converter import canonical, converter, dump, kind_of, plain_data
    from ._document import RawDocument, made_of, read_raw
    from ._extension import ExtensionRules, rules_of
    from ._figures import load_figures
    from ._reference_data import NEIGHBOUR_EDITIONS, area_register, find_area, neighbour_list
    from ._schema import extension_schema, schema_of
    from ._several import load_documents
    from ._table_text import written_table
    from ._write import write_all, write_file, write_files

__all__ = [
    "MANIFEST",
    "NEIGHBOUR_EDITIONS",
    "ExtensionRules",
    "Library",
    "LibraryDocument",
    "LibrarySource",
    "NoLibrary",
    "RawDocument",
    "area_register",
    "belongs_to_any",
    "canonical",
    "check_path",
    "converter",
    "dump",
    "extension_schema",
    "find_area",
    "kind_of",
    "load_document",
    "load_documents",
    "load_figures",
    "load_folder",
    "made_of",
    "neighbour_list",
    "nothing_installed",
    "opened",
    "placed",
    "plain_data",
    "read_bytes",
    "read_raw",
    "resolve_inside",
    "rules_of",
    "schema_of",
    "unresolved",
    "write_all",
    "write_file",
    "write_files",
    "written_table",
]

_LATER = {
    "ExtensionRules": "_extension",
    "NEIGHBOUR_EDITIONS": "_reference_data",
    "RawDocument": "_document",
    "area_register": "_reference_data",
    "extension_schema": "_schema",
    "find_area": "_reference_data",
    "made_of": "_document",
    "neighbour_list": "_reference_data",
    "read_raw": "_document",
    "rules_of": "_extension",
    "write_all": "_write",
    "write_file": "_write",
    "write_files": "_write",
    "canonical": "_converter",
    "converter": "_converter",
    "dump": "_converter",
    "kind_of": "_converter",
    "load_figures": "_figures",
    "load_documents": "_several",
    "plain_data": "_converter",
    "schema_of": "_schema",
    "written_table": "_table_text",
}


def __getattr__(name: str) -> Any:
    """Import what validating does not need only when it is asked for."""
    from importlib import import_module

    if name in _LATER:
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
