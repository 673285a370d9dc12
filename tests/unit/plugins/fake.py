"""Made-up distributions, written out as files so that discovery finds them."""

import textwrap
from pathlib import Path


def install(  # a distribution has this many parts
    folder: Path,
    name: str,
    module: str,
    source: str,
    entry_points: str,
    *,
    version: str = "1.2.0",
    requires: str = "",
) -> Path:
    """Write a module and the metadata of a distribution into a folder that stands for site-packages."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{module}.py").write_text(textwrap.dedent(source), encoding="utf-8")
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    needs = f"Requires-Dist: {requires}\n" if requires else ""
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text(textwrap.dedent(entry_points), encoding="utf-8")
    return folder


GOOD = """
    from sendframe.plugins import Check, hookimpl

    def run(context):
        yield context.diagnostic("seen", about="kent")

    @hookimpl.checks
    def checks():
        return [Check("kent.one", "Seen", "Says so.", run)]
"""
CHECKS = """
    [sendframe.checks]
    kent = {module}
"""
