"""The documentation as a site: `python -m sphinx -c docs/site . build/site`.

The pages are the Markdown files of this folder, as they are read in the repository as well, and
those they lead to. So the root of the site is the root of the repository.
"""

import re
import sys
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

from api_pages import MODULES, write_pages  # they stand beside this file
from notebook_page import notebook_page

ROOT = Path(__file__).parents[2]

project = "sendframe"
version = release = version_of("sendframe")
copyright = "The sendframe project, Apache-2.0"  # noqa: A001  # Sphinx reads this name
language = "en-GB"

extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = [
    "docs/**",
    "README.md",
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "benchmarks/README.md",
    "examples/**/README.md",
    "geography/README.md",
    "plugins/*/README.md",
    "plugins/*/src/**/README.md",
]
exclude_patterns = ["**/.*", "**/build/**", "**/node_modules/**"]

myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
suppress_warnings = ["myst.header"]  # a page may go from its title to the third level

html_theme = "furo"
html_title = "sendframe"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_last_updated_fmt = None  # the same input gives the same pages
html_theme_options = {"top_of_page_buttons": []}

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_ANY_LINK = re.compile(r"\[([^\]]+)\]\(([^)#:]+)\)")
_NOTEBOOK = re.compile(r"\]\([^)#]*?([\w-]+)\.ipynb\)")
_LINK = re.compile(r"\]\(([^)#]+)\.md(?:#[^)]*)?\)")


def add_tables_of_contents(_app: Sphinx, page: str, source: list[str]) -> None:
    """Make the lists of the first page the table of contents: one part a heading."""
    if page != root_doc:
        return
    _, *parts = _HEADING.split(source[0])
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        pages = "\n".join(dict.fromkeys(_LINK.findall(text)))
        if heading == "Reference":
            pages += "".join(f"\nsite/api/{each}" for each in MODULES)
        pages += "".join(f"\nsite/api/{each}" for each in _NOTEBOOK.findall(text))
        source[0] += f"\n\n```{{toctree}}\n:hidden:\n:caption: {heading}\n\n{pages}\n```\n"


def without_links_to_folders(_app: Sphinx, page: str, source: list[str]) -> None:
    """Print the name of a folder of the repository; the site has no page of it."""
    here = (ROOT / page).parent

    def shown(link: re.Match[str]) -> str:
        return link[1] if (here / link[2]).is_dir() else link[0]

    source[0] = _ANY_LINK.sub(shown, source[0])


def with_levels_of_headings(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    """Give the headings of the menu a level: furo gives them the role of a heading and none."""
    menu = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = menu.replace(
        'role="heading"', 'role="heading" aria-level="2"'
    )


def write_reference(_app: Sphinx) -> None:
    """Write the pages that are made of docstrings and notebooks, before pages are looked for."""
    folder = Path(__file__).parent / "api"
    write_pages(folder)
    for notebook in (ROOT / "docs" / "tutorial").glob("*.ipynb"):
        (folder / f"{notebook.stem}.md").write_text(notebook_page(notebook), "utf-8")


def setup(app: Sphinx) -> None:
    """Let Sphinx call what stands above, and print CSV as it is."""
    app.add_lexer("csv", TextLexer)
    app.connect("builder-inited", write_reference)
    app.connect("html-page-context", with_levels_of_headings, priority=900)  # furo comes before
    app.connect("source-read", without_links_to_folders)
    app.connect("source-read", add_tables_of_contents)
