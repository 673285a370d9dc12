"""Turn a notebook that was run into a page of the site."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["notebook_page"]

_FENCE = "`" * 5  # longer than any in a cell


def notebook_page(notebook: Path) -> str:
    """Return a notebook as Markdown: its cells, and below each what it showed."""
    return "\n".join(_lines(json.loads(notebook.read_text("utf-8")))) + "\n"


def _lines(notebook: dict[str, Any]) -> Iterator[str]:
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            yield from (text, "")
            continue
        yield from (f"{_FENCE}python", text, _FENCE, "")
        for output in cell["outputs"]:
            data = output.get("data", {})
            if "text/html" in data:
                html = "".join(data["text/html"])
                yield from (f"{_FENCE}{{raw}} html", html, _FENCE, "")
            else:
                shown = "".join(data.get("text/plain") or output["text"]).rstrip()
                yield from (f"{_FENCE}text", shown, _FENCE, "")
