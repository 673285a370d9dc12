"""What is packaged about local SEND reform plans: what is known, and a form for the rest."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from sendframe import load, make_reports, validate
from sendframe.documents import load_document
from sendframe.model import CriteriaSet, Portfolio
from sendframe.plugins import Catalogue, Table

EXAMPLE = Path(__file__).parents[2] / "examples" / "wyeford"
KNOWN, FORM = "local-send-reform-plan-2026", "local-send-reform-plan-2026-form"
PRINCIPLES = ("early", "local", "fair", "effective", "shared")
CATALOGUE = Catalogue.discover(third_party=False)


def packaged(id_: str) -> CriteriaSet:
    """Return a packaged set, read as any document is."""
    document = load_document(Path(str(files("sendframe_data"))) / "criteria" / f"{id_}.json")
    assert isinstance(document, CriteriaSet)
    return document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the fictional example."""
    return shutil.copytree(EXAMPLE, tmp_path / "area")


def changed(folder: Path, **fields: object) -> Path:
    """Write fields into the manifest of a folder."""
    manifest = folder / "portfolio.json"
    raw = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**raw, **fields}), "utf-8")
    return folder


def names(portfolio: Portfolio) -> list[str]:
    """Return the requirements in the report's table."""
    (made,) = make_reports(portfolio, ["requirements"], catalogue=CATALOGUE)
    (table,) = (block for block in made.model.sections[0].blocks if isinstance(block, Table))
    return [row[0].text for row in table.rows]


def test_the_set_has_the_five_principles_and_money_and_places() -> None:
    """In the order in which they are named, and with their sources."""
    known = packaged(KNOWN)
    titles = [str(item.short_title).lower() for item in known.criteria]
    assert titles == [*PRINCIPLES, "money", "places"]
    assert known.completeness == "summary"
    assert len(known.sources) == 4


def test_nothing_in_it_is_given_out_as_official_wording() -> None:
    """Each wording is paraphrased; what is not verified stands in the note, and nowhere else."""
    known = packaged(KNOWN)
    assert known.wording == "paraphrased"
    assert {item.wording.wording for item in known.criteria} == {None}  # as the document says
    assert not any("UNVERIFIED" in str(item.wording) for item in known.criteria)
    assert "UNVERIFIED" in str(known.note)
    assert "nothing here is official wording" in str(known.note)
    assert known.rating_scale is None  # two of its four values are not known


def test_the_form_asks_for_each_wording() -> None:
    """Every criterion is a placeholder, and so are the two ratings that were not seen."""
    form = packaged(FORM)
    assert {item.kind for item in form.criteria} == {"to-be-completed"}
    assert all(str(item.wording).startswith("[To be completed") for item in form.criteria)
    assert [item.code for item in form.criteria] == [item.code for item in packaged(KNOWN).criteria]
    assert form.rating_scale is not None
    first, second, third, last = (value.name for value in form.rating_scale.values)
    assert (first, last) == ("Requirements not met", "Exceeds requirements")
    assert all(name.startswith("[To be completed") for name in (second, third))


def test_a_portfolio_takes_the_set_in_by_its_id(folder: Path) -> None:
    """With ``uses``, and without naming a plug-in: it is sendframe's own."""
    portfolio = load(changed(folder, uses=[KNOWN]))
    assert any("Early" in name for name in names(portfolio))


def test_the_form_is_copied_and_completed(folder: Path) -> None:
    """A copy is valid in a portfolio as it is; what is not completed is called missing."""
    shutil.copy(str(files("sendframe_data") / "criteria" / f"{FORM}.json"), folder / "asked.json")
    documents = json.loads((folder / "portfolio.json").read_text("utf-8"))["documents"]
    changed(folder, documents=[*documents, "asked.json"])
    assert not [item for item in validate(folder) if item.severity == "error"]
    portfolio = load(folder)
    (made,) = make_reports(portfolio, ["requirements"], catalogue=CATALOGUE)
    (table,) = (block for block in made.model.sections[0].blocks if isinstance(block, Table))
    missing = [
        row[4].text for row in table.rows if row[0].text.startswith(("1. Early", "7. Places"))
    ]
    assert missing == ["the official wording"] * 2
