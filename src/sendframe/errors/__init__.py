"""Diagnostics, locations, JSON pointers, and the exceptions of sendframe.

```
SendframeError
├── InvalidValue      (ValueError)    a value breaks a rule of its class
├── InvalidDocument   (ValueError)    a document or folder is invalid; contains Diagnostics
├── CannotCompare     (ValueError)    two documents are of different kinds
├── CannotWrite       (OSError)       a file could not be written; nothing was changed
├── LibraryMissing    (ImportError)   a library that a call needs is not installed
├── MissingDate       (ValueError)    no date to evaluate at
├── NoNeighbours      (LookupError)   a list of neighbours has none for an area
├── NotPublishable    (ValueError)    a report is a draft, or is not for the public
├── NothingToReport   (LookupError)   the documents hold nothing that a report is for
├── UnknownArea       (LookupError)   no area of that code
├── UnknownId         (LookupError)   nothing of a class has that id
├── UnknownName       (LookupError)   no profile, schema or check of that name
└── PluginFailed      (RuntimeError)  a plug-in failed under --strict; contains a PluginFailure
```

A `Diagnostic` is a problem or a note about a document, with its `Location`. A `PluginFailure` is the
failure of a plug-in, without the message of its exception. Both are values, not exceptions.
"""

from typing import TYPE_CHECKING, Any

from ._child_list import child_list_error
from ._diagnostic import Diagnostic, Related, Severity
from ._exception import (
    CannotCompare,
    CannotWrite,
    InvalidDocument,
    InvalidValue,
    LibraryMissing,
    MissingDate,
    NoNeighbours,
    NothingToReport,
    NotPublishable,
    PluginFailed,
    PluginMissing,
    SendframeError,
    UnknownArea,
    UnknownId,
    UnknownName,
)
from ._failure import Phase, PluginFailure
from ._location import Location
from ._pointer import Step, escape_token, json_pointer, pointer_tokens

if TYPE_CHECKING:
    from ._manual import MANUALS, RETIRED_CODES, Manual

__all__ = [
    "MANUALS",
    "RETIRED_CODES",
    "CannotCompare",
    "CannotWrite",
    "Diagnostic",
    "InvalidDocument",
    "InvalidValue",
    "LibraryMissing",
    "Location",
    "Manual",
    "MissingDate",
    "NoNeighbours",
    "NotPublishable",
    "NothingToReport",
    "Phase",
    "PluginFailed",
    "PluginFailure",
    "PluginMissing",
    "Related",
    "SendframeError",
    "Severity",
    "Step",
    "UnknownArea",
    "UnknownId",
    "UnknownName",
    "child_list_error",
    "escape_token",
    "json_pointer",
    "pointer_tokens",
]


def __getattr__(name: str) -> Any:
    """Import the manuals when one is first read."""
    if name in {"MANUALS", "RETIRED_CODES", "Manual"}:
        from . import _manual

        return getattr(_manual, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
