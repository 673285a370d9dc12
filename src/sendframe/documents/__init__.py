"""Loading and writing documents: folders of a portfolio, references, tables, safe writing.

Every problem of a step is reported at once, with file, line, column and JSON path. Nothing is ever
fetched, and nothing outside the folder of a portfolio is read.
"""

from typing import TYPE_CHECKING, Any

from ._file import open_file, read_bytes
from ._folder import load_bytes, load_document, load_folder, validate_path
from ._library import Library, LibraryDocument, LibrarySource, NoLibrary, no_library
from ._missing_manifest import MANIFEST, RECORD
from ._position import with_positions
from ._raw_document import RawDocument, document_of, read_raw
from ._reference import belongs_to_any

if TYPE_CHECKING:
    from ._converter import canonical, converter, dump, kind_of, plain_data
    from ._data_package import dump_package
    from ._data_package_reading import load_package
    from ._extension import ExtensionRules, extension_rules
    from ._figure_files import figure_files
    from ._figures import load_figures
    from ._folder_documents import FolderDocuments, read_documents
    from ._folder_ids import folder_ids
    from ._many_files import load_documents
    from ._portfolio_dump import dump_portfolio, valid_bytes
    from ._portfolio_validation import portfolio_problems, require_valid
    from ._reference_data import (
        NEIGHBOUR_EDITIONS,
        area_register,
        find_area,
        neighbour_list,
        send_terms,
    )
    from ._schema import class_descriptions, class_title, extension_schema, schema_of
    from ._write import write_all, write_file, write_files
    from ._written_files import own_results, write_results

__all__ = [
    "MANIFEST",
    "NEIGHBOUR_EDITIONS",
    "RECORD",
    "ExtensionRules",
    "FolderDocuments",
    "Library",
    "LibraryDocument",
    "LibrarySource",
    "NoLibrary",
    "RawDocument",
    "area_register",
    "belongs_to_any",
    "canonical",
    "class_descriptions",
    "class_title",
    "converter",
    "document_of",
    "dump",
    "dump_package",
    "dump_portfolio",
    "extension_rules",
    "extension_schema",
    "figure_files",
    "find_area",
    "folder_ids",
    "kind_of",
    "load_bytes",
    "load_document",
    "load_documents",
    "load_figures",
    "load_folder",
    "load_package",
    "neighbour_list",
    "no_library",
    "open_file",
    "own_results",
    "plain_data",
    "portfolio_problems",
    "read_bytes",
    "read_documents",
    "read_raw",
    "require_valid",
    "schema_of",
    "send_terms",
    "valid_bytes",
    "validate_path",
    "with_positions",
    "write_all",
    "write_file",
    "write_files",
    "write_results",
]

_MODULES = {
    "ExtensionRules": "_extension",
    "FolderDocuments": "_folder_documents",
    "NEIGHBOUR_EDITIONS": "_reference_data",
    "area_register": "_reference_data",
    "canonical": "_converter",
    "class_descriptions": "_schema",
    "class_title": "_schema",
    "converter": "_converter",
    "dump": "_converter",
    "dump_package": "_data_package",
    "dump_portfolio": "_portfolio_dump",
    "extension_rules": "_extension",
    "extension_schema": "_schema",
    "figure_files": "_figure_files",
    "find_area": "_reference_data",
    "folder_ids": "_folder_ids",
    "kind_of": "_converter",
    "load_documents": "_many_files",
    "load_figures": "_figures",
    "load_package": "_data_package_reading",
    "neighbour_list": "_reference_data",
    "own_results": "_written_files",
    "plain_data": "_converter",
    "portfolio_problems": "_portfolio_validation",
    "read_documents": "_folder_documents",
    "require_valid": "_portfolio_validation",
    "schema_of": "_schema",
    "send_terms": "_reference_data",
    "valid_bytes": "_portfolio_dump",
    "write_all": "_write",
    "write_file": "_write",
    "write_files": "_write",
    "write_results": "_written_files",
}


def __getattr__(name: str) -> Any:
    """Import a module that validation does not need when one of its names is first used."""
    from importlib import import_module

    if name in _MODULES:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
