"""Portfolios written as folders, and documents as files, that can be loaded again."""

from pathlib import Path

import attrs
import pytest

from sendframe.documents import RECORD, dump, dump_portfolio, kind_of, load_folder, valid_bytes
from sendframe.errors import CannotWrite, InvalidDocument
from sendframe.jsontext import ParseLimits
from sendframe.model import (
    CalendarYear,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Portfolio,
    ShownRecord,
)
from tests.unit.conftest import AREA, rate, seen, small, text
from tests.unit.documents.test_plugin_documents import shelf
from tests.unit.documents.test_portfolio_validation import FAULTS, SOUND, written


def codes(caught: "pytest.ExceptionInfo[InvalidDocument]") -> list[str]:
    """Return the codes of the diagnostics of an exception."""
    return [each.code for each in caught.value.diagnostics]


def files(folder: Path) -> list[str]:
    """Return the names of all files in a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


@pytest.mark.parametrize("example", ["herefordshire", "wyeford"])
def test_an_example_is_dumped_and_loaded_again(
    example: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Every document and figure is equal, with its line, its decimals and its order."""
    portfolio: Portfolio = request.getfixturevalue(example)
    paths = dump_portfolio(portfolio, tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in paths] == files(tmp_path)
    loaded = load_folder(tmp_path)
    assert loaded == portfolio


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_loaded_is_not_dumped(fault: str, tmp_path: Path) -> None:
    """Nothing is written of a portfolio that `load_folder` refuses."""
    with pytest.raises(InvalidDocument):
        dump_portfolio(FAULTS[fault](), tmp_path)
    assert files(tmp_path) == []


def with_table(*rows: Observation, **columns: object) -> Portfolio:
    """Return a portfolio with figures in a table."""
    figures = ObservationSet(
        id="more",
        title=text("More"),
        areas=(ObservedArea(code=AREA, name="Wyeford", kind="local-authority"),),
        table="more.csv",
    )
    base = small(rate(), documents=(figures,))
    paths = (*base.manifest.documents[:2], "tables/more.json")
    places = ((row, Origin("tables/more.csv", line)) for line, row in enumerate(rows, 2))
    table = attrs.evolve(Observations.of(places, base.of(ObservationSet)), **columns)
    manifest = base.manifest.changed(documents=paths)
    return attrs.evolve(base, manifest=manifest, observations=table)


def row(year: int, value: float) -> Observation:
    """Return a figure without counts and release."""
    period = CalendarYear(year=year)
    return Observation(indicator="rate", area=AREA, period=period, value=value)


def test_a_table_is_written_beside_its_document(tmp_path: Path) -> None:
    """Its rows keep their order, and each figure its decimals where they are known."""
    from sendframe.model import Integers

    decimals = Integers([2, 0, None])
    portfolio = with_table(row(2024, 50.5), row(2023, 40.25), row(2022, 7), decimals=decimals)
    dump_portfolio(portfolio, tmp_path)
    lines = (tmp_path / "tables" / "more.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[4] for line in lines] == ["value", "50.50", "40.25", "7.0"]
    loaded = load_folder(tmp_path)
    assert list(loaded.observations) == list(portfolio.observations)
    assert loaded.observations.origin(1) == portfolio.observations.origin(1)


def test_a_table_without_figures_is_written(tmp_path: Path) -> None:
    """The document names it, so that the folder could not be loaded without it."""
    dump_portfolio(with_table(), tmp_path)
    assert len(load_folder(tmp_path).observations) == 0


def test_a_figure_of_no_document_is_refused(tmp_path: Path) -> None:
    """A figure that the folder could not keep is not dropped in silence."""
    figures = Observations.of([(seen(2024, 1, 2), Origin())])
    with pytest.raises(InvalidDocument) as caught:
        dump_portfolio(attrs.evolve(small(rate()), observations=figures), tmp_path)
    assert codes(caught) == ["SFR412"]
    assert files(tmp_path) == []


def test_documents_of_plug_ins_are_not_written(tmp_path: Path) -> None:
    """They are taken in again; one that was changed cannot be, and is refused."""
    using = SOUND.manifest.changed(uses=("kent.criteria",), plugins=("kent",))
    first = tmp_path / "first"
    first.mkdir()
    written(attrs.evolve(SOUND, manifest=using), first)
    portfolio = load_folder(first, library=shelf)
    dump_portfolio(portfolio, tmp_path / "second", library=shelf)
    assert files(tmp_path / "second") == files(first)
    loaded = load_folder(tmp_path / "second", library=shelf)
    assert loaded == portfolio
    *own, criteria = portfolio.documents
    other = attrs.evolve(portfolio, documents=(*own, criteria.changed(title=text("Other"))))
    with pytest.raises(InvalidDocument) as caught:
        dump_portfolio(other, tmp_path / "third", library=shelf)
    assert codes(caught) == ["SFR211"]


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    """Where one path cannot be written, no file is."""
    (tmp_path / "a.json").mkdir()
    (tmp_path / "a.json" / "keep.txt").write_text("", encoding="utf-8")
    with pytest.raises(CannotWrite):
        dump_portfolio(SOUND, tmp_path)
    assert files(tmp_path) == ["a.json", "a.json/keep.txt"]


def test_a_portfolio_beyond_the_limits_is_refused(tmp_path: Path) -> None:
    """What is too large to load is not written, whichever document it is."""
    with pytest.raises(InvalidDocument) as caught:
        dump_portfolio(SOUND, tmp_path, ParseLimits(bytes=600))
    assert {"SFR011"} == set(codes(caught))


def test_a_document_that_cannot_be_loaded_is_not_dumped() -> None:
    """Duplicate ids are reported with their pointers, and what is valid is the text of a file."""
    with pytest.raises(InvalidDocument) as caught:
        valid_bytes(FAULTS["one id twice in a document"]().documents[-1])
    (found,) = caught.value.diagnostics
    assert (found.code, found.location.pointer) == ("SFR202", "/actions/1/id")
    assert valid_bytes(SOUND.documents[-1]) == dump(SOUND.documents[-1])


def test_only_a_document_has_a_kind() -> None:
    """Anything else is a TypeError, which no loop takes for its end."""
    with pytest.raises(TypeError, match="a document, such as a Strategy, not Portfolio"):
        kind_of(SOUND)


def test_a_record_beside_the_manifest_is_part_of_the_portfolio(tmp_path: Path) -> None:
    """Named or not, it is loaded and dumped; it is no input, since it grows with each publication."""
    record = ShownRecord(id="shown", title=text("Shown"))
    portfolio = small(rate(), seen(2024, 66, 110), documents=(record,))
    manifest = portfolio.manifest.changed(documents=portfolio.manifest.documents[:-1])
    unnamed = attrs.evolve(portfolio, manifest=manifest)
    dump_portfolio(unnamed, tmp_path)
    loaded = load_folder(tmp_path)
    assert RECORD == ShownRecord.usual_file == loaded.files()[-1]
    assert loaded == unnamed
    assert loaded.documents[-1] == record
    assert RECORD not in {each.path for each in loaded.inputs}
    dump_portfolio(loaded, tmp_path / "again")
    assert load_folder(tmp_path / "again") == loaded


def test_another_document_without_a_path_is_refused(tmp_path: Path) -> None:
    """Only the record of what was published needs none; of two records one does."""
    first, second = (ShownRecord(id=id_, title=text("Shown")) for id_ in ("one", "two"))
    portfolio = small(rate(), seen(2024, 66, 110), documents=(first, second))
    manifest = portfolio.manifest.changed(documents=portfolio.manifest.documents[:-2])
    with pytest.raises(InvalidDocument) as caught:
        dump_portfolio(attrs.evolve(portfolio, manifest=manifest), tmp_path)
    assert codes(caught) == ["SFR211"]


def test_another_document_that_is_called_like_the_record_is_refused(tmp_path: Path) -> None:
    """What was published would be forgotten otherwise."""
    dump_portfolio(small(rate(), seen(2024, 66, 110)), tmp_path)
    (tmp_path / RECORD).write_bytes(next(tmp_path.glob("[!p]*.json")).read_bytes())
    with pytest.raises(InvalidDocument) as caught:
        load_folder(tmp_path)
    assert "SFR013" in codes(caught)
