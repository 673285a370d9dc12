"""Languages of data packages: catalogues that are read as files, and chosen by their tags."""

import sys
from pathlib import Path

import pytest

from sendframe.errors import PluginFailed, UnknownName
from sendframe.language import gettext, in_language
from sendframe.plugins import Catalogue
from tests.catalogues import Id, compiled
from tests.unit.plugins.fake import install

DATA = "[sendframe.data]\n{name} = {module}\n"


def bring(site: Path, name: str, tag: str, messages: dict[Id, str] | bytes) -> None:
    """Install a data package with one catalogue; it would raise when imported."""
    package = f"{name}_languages_one"
    install(site, f"sendframe-{name}", f"{name}_y", "", DATA.format(name=name, module=package))
    folder = site / package / "locale" / tag / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (site / package / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    data = messages if isinstance(messages, bytes) else compiled(messages)
    (folder / "sendframe.mo").write_bytes(data)


def test_a_language_is_found_by_its_tag(site: Path) -> None:
    """Folders may be named as gettext names them; nothing is imported, no document is needed."""
    bring(site, "kent", "pl_PL", {"Closed:": "Zamknięte:"})
    catalogue = Catalogue.discover([str(site)])
    assert catalogue.languages == ("en-GB", "pl-PL")
    assert catalogue.library.failures == ()
    with in_language(catalogue.language("pl-PL")):
        assert gettext("Closed:") == "Zamknięte:"
    assert "kent_languages_one" not in sys.modules


def test_plug_ins_add_to_one_language(site: Path) -> None:
    """Of a message that two translate, the first by name is printed."""
    bring(site, "kent", "pl", {"Closed:": "Zamknięte:"})
    bring(site, "devon", "pl", {"Closed:": "Koniec:", "Due:": "Termin:"})
    with in_language(Catalogue.discover([str(site)]).language("pl")):
        assert (gettext("Closed:"), gettext("Due:")) == ("Koniec:", "Termin:")


def test_an_unknown_language_is_refused_with_those_there_are(site: Path) -> None:
    """British English is always there."""
    bring(site, "kent", "pl", {"Closed:": "Zamknięte:"})
    catalogue = Catalogue.discover([str(site)])
    with pytest.raises(UnknownName, match="no language is called 'cy'; there are: en-GB, pl"):
        catalogue.language("cy")
    assert catalogue.allowing(()).languages == ("en-GB",)
    assert catalogue.language("en-GB").tag == "en-GB"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"no catalogue", "it is no compiled catalogue"),
        (compiled({"Due {when}.": "Termin."}), "names in braces"),
        (bytes(4 * 1024 * 1024 + 1), "larger than"),
    ],
)
def test_a_catalogue_that_cannot_be_used_is_named(site: Path, data: bytes, problem: str) -> None:
    """The error names plug-in and file, and says what is wrong with it."""
    bring(site, "kent", "pl", data)
    expected = rf"'kent' .*kent:locale/pl/LC_MESSAGES/sendframe\.mo: .*{problem}"
    with pytest.raises(PluginFailed, match=expected):
        Catalogue.discover([str(site)]).language("pl")
