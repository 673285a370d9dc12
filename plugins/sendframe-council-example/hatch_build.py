"""Compile the catalogues of messages when the plug-in is built or installed."""
# ruff: noqa: INP001  # run by hatchling

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogues(BuildHookInterface[Any]):
    """Writes ``sendframe.mo`` beside each ``sendframe.po``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # as hatchling calls it
        """Compile each catalogue, and have the result packed although git ignores it."""
        for path in sorted(Path(self.root, "src").rglob("sendframe.po")):
            compiled = path.with_suffix(".mo")
            with path.open("rb") as source, compiled.open("wb") as target:
                write_mo(target, read_po(source, abort_invalid=True))
            build_data["artifacts"].append(compiled.relative_to(self.root).as_posix())
