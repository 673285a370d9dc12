"""The data documents that this plug-in brings, read by its readers."""

from importlib.resources import as_file, files
from typing import TypeVar

from sendframe.plugins import IndicatorSet, ReleaseMapping, load_document

__all__ = ["load_bundled"]

D = TypeVar("D", IndicatorSet, ReleaseMapping)


def load_bundled(name: str, kind: type[D]) -> D:
    """Return a document of the plug-in.

    Args:
        name: Its file below the data package, with ``/`` between folders, without ``.json``.
        kind: Its class.

    Raises:
        TypeError: The file holds another kind of document.

    Examples:
        >>> load_bundled("lait", IndicatorSet).id
        'dfe.lait'
    """
    with as_file(files("sendframe_dfe_data") / f"{name}.json") as path:
        document = load_document(path)
    if not isinstance(document, kind):
        message = f"{name} is no {kind.__name__}"
        raise TypeError(message)
    return document
