"""Every list of every document grows linearly: twice as many members, twice the work.

Work is counted in lines that run; how long anything takes decides nothing. What Python does within
one line, such as looking through a tuple, is not seen; `benchmarks/` measures that as time.
"""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from benchmarks.grow_documents import (
    Folder,
    Place,
    all_lists,
    everything,
    grown,
    multiplied,
    write,
)
from benchmarks.make_documents import to_bytes
from benchmarks.pipeline import built, catalogue, chosen, disclosed, rendered
from sendframe.api import evaluate
from sendframe.documents import _reference, load_folder, validate_path
from sendframe.documents._raw_document import build_document, read_raw
from sendframe.editions import diff_portfolios
from sendframe.model import DOCUMENT_CLASSES, Budget, Portfolio
from sendframe.reports import Bullets, Cell, ReportModel, Section, Sentence, Table
from sendframe.reports._page_fit import fitted
from tests.contract.counting import lines_run, work_of_a_pair

pytestmark = pytest.mark.slow

FEW, MANY = 2, 6
NOTHING = 0.1
"""A line more here and there, where a text gets longer; a pair that is looked at costs 1."""

LISTS: dict[str, list[Place]] = {}
"""The lists by the kind of document they stand in."""

GROUPS: dict[str, list[Place]] = {}
"""The lists that an evaluation may read, as they are made longer together.

Those of ids go together that lead to the same kind of thing: of two others there may be results
for each pair, such as all actions of a workstream for each priority it serves; and nothing may
both support and contradict the same. Of the rest those go together that are equally deep, so that
none stands within another; those of a portfolio stand alone, and so do those of a strategy, whose
priorities are held against other documents.
"""

for each in all_lists():
    kind = each.file.removesuffix(".json")
    LISTS.setdefault(kind, []).append(each)
    depth = sum(isinstance(step, int) or step == "key" for step in each.steps)
    alone = f"{kind}, " if kind == "portfolio" or (kind == "strategy" and not depth) else ""
    name = f"ids of {each.refers[0]}" if each.refers else f"{alone}{depth} deep"
    if kind not in ("evaluation", "profile"):
        GROUPS.setdefault(name, []).append(each)


@pytest.fixture(scope="module", autouse=True)
def _warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let everything that is made once, and kept, be made before anything is counted."""
    deep = (grown(places, 2) for name, places in GROUPS.items() if name.endswith("deep"))
    for folder in (everything(), multiplied(3), *deep):
        path = write(folder, tmp_path_factory.mktemp("warm"))
        reported(load_folder(path), tuple(catalogue().renderers))


def reading(place: Place, size: int) -> int:
    """Return the work of turning a document into a value, every layer of it."""
    data = to_bytes(grown([place], size)[place.file])

    def job() -> None:
        document = read_raw(data, place.file)
        assert document.diagnostics == ()
        made, problems = build_document(document)
        assert made is not None
        assert problems == ()

    return lines_run(job)


def reported(portfolio: Portfolio, formats: tuple[str, ...]) -> None:
    """Evaluate a portfolio, and make a report of each profile, of any length.

    To cut a report to its pages is work that begins where it is too long, so it is counted apart.
    """
    shown = disclosed(portfolio, chosen(portfolio))
    for profile in catalogue().profiles:
        model = built(shown, profile, is_cut=False)
        for format_ in formats:
            assert rendered(model, format_)


def reporting(folder: Folder, path: Path, formats: tuple[str, ...]) -> int:
    """Return the work of evaluating a portfolio and making its reports."""
    portfolio = load_folder(write(folder, path))
    return lines_run(lambda: reported(portfolio, formats))


def test_every_list_of_every_class_is_there() -> None:
    """The portfolio with one of everything is sound, and holds each kind of document."""
    assert {each.file for each in all_lists()} == set(everything())
    assert len(everything()) == len(DOCUMENT_CLASSES)
    assert len(all_lists()) > 200


def test_the_count_sees_a_square() -> None:
    """Holding each member of a list against each other one is found; going through it is not."""
    from sendframe.statistics import quantile

    def once(size: int) -> int:
        return lines_run(lambda: [quantile([1.0], 0.5) for _ in range(size)])

    def squared(size: int) -> int:
        return lines_run(lambda: [quantile([1.0], 0.5) for _ in range(size * size)])

    assert work_of_a_pair(once, FEW) == 0
    with pytest.raises(AssertionError):
        work_of_a_pair(squared, FEW)
    assert work_of_a_pair(lambda size: 1000 * size + squared(size), FEW) > 1


@pytest.mark.parametrize("kind", sorted(LISTS))
def test_reading_grows_with_each_list_alone(kind: str) -> None:
    """No list of a document costs more than its members, from bytes to checked values."""
    for place in LISTS[kind]:
        found = work_of_a_pair(partial(reading, place), FEW)
        assert found < NOTHING, f"{place.owner}.{place.field}"


@pytest.mark.parametrize("name", sorted(GROUPS))
def test_reporting_grows_with_each_list(name: str, tmp_path: Path) -> None:
    """No list of a document costs more than its members, from values to a report."""

    def work(size: int) -> int:
        return reporting(grown(GROUPS[name], size), tmp_path, ("markdown",))

    # With more than a few priorities the plan on a page has another layout.
    assert work_of_a_pair(work, MANY if name == "ids of priority" else FEW) < NOTHING


def test_cutting_grows_with_what_is_cut() -> None:
    """To cut a report that is twice as long to its pages is twice the work, and no more."""
    row = (Cell("Advice in six weeks", note="41 of 63"), Cell("65.1%"))

    def cut(size: int) -> int:
        table = Table("Figures", ("Indicator", "Latest"), (row,) * 100 * size)
        list_ = Bullets((Sentence("Nobody leads on it."),) * 100 * size)
        section = Section("figures", "Figures", (table, list_))
        report = ReportModel("board", "Report", "", "Wyeford", date(2026, 1, 31), (section,))
        return lines_run(lambda: fitted(report, Budget(pages=1)))

    cut(1)  # what is looked up once
    assert cut(2 * FEW) <= 2 * cut(FEW)


def test_all_grows_together(tmp_path: Path) -> None:
    """Twice as many priorities, criteria, actions, evidence and all else are twice the work.

    So no list is gone through once for each member of another one: not when a folder is read and
    its references are held against each other, not in evaluations, and not in reports of any form.
    """
    formats = tuple(catalogue().renderers)

    def loading(size: int) -> int:
        path = write(multiplied(size), tmp_path)
        return lines_run(lambda: load_folder(path))

    assert work_of_a_pair(loading, FEW) < NOTHING
    everywhere = work_of_a_pair(lambda size: reporting(multiplied(size), tmp_path, formats), FEW)
    assert everywhere < 20 * NOTHING  # texts of charts are longer in a few places


def test_names_of_what_is_not_there_grow_together(tmp_path: Path) -> None:
    """Plug-ins, documents and options of others are looked for one by one, and told."""

    def work(size: int) -> int:
        folder = everything()
        absent = [f"absent{number}" for number in range(size)]
        folder["portfolio.json"]["plugins"] = absent
        folder["portfolio.json"]["uses"] = [f"{each}.words" for each in absent]
        own = {f"{each}.check": {} for each in absent}
        folder["portfolio.json"]["options"] = own | {f"un{each}.check": {} for each in absent}
        path = write(folder, tmp_path)

        def job() -> None:
            portfolio = load_folder(path)
            assert (
                len(evaluate(portfolio, catalogue=catalogue()).missing) == 3 * size + 1
            )  # and the rule of the example

        return lines_run(job)

    work(FEW)  # what words a note is made when there is one
    assert work_of_a_pair(work, FEW) < NOTHING


def test_comparing_grows_with_all_lists(tmp_path: Path) -> None:
    """Two portfolios are compared in linear time, where much is the same and where much is new."""

    def work(size: int) -> int:
        old = load_folder(write(multiplied(size), tmp_path / "old"))
        new = load_folder(write(multiplied(2 * size), tmp_path / "new"))
        return lines_run(lambda: (diff_portfolios(old, old), diff_portfolios(old, new)))

    work(FEW)  # what is worked out once for each class
    assert work_of_a_pair(work, FEW) < NOTHING


def test_faults_grow_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many references to nothing are told in linear time: not each has its nearest looked for."""
    monkeypatch.setattr(_reference, "MAX_SUGGESTIONS", 1)

    def work(size: int) -> int:
        folder = multiplied(size)
        for number, each in enumerate(folder["strategy.json"]["commitments"]):
            each["actions"] = [f"no-such-action-{number}"]
        path = write(folder, tmp_path)

        def job() -> None:
            found = [each.code for each in validate_path(path) if each.severity != "note"]
            assert found == ["SFR201"] * size

        return lines_run(job)

    work(FEW)  # what words a fault is made when there is one
    assert work_of_a_pair(work, FEW) < NOTHING
