"""The benchmarks measure what they say; how long anything takes decides nothing."""

import ast
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pydantic", reason="the peers of the benchmarks are not installed")
pytest.importorskip("jsonschema_rs", reason="jsonschema-rs has no wheel here")

from cattrs.errors import BaseValidationError

import sendframe
from benchmarks import area_jobs, ours, peers
from benchmarks.against_first_release import Account, Comparison, account_of, tables_compared
from benchmarks.full_index import full_index
from benchmarks.make_documents import (
    EXAMPLE,
    broken_document,
    large_document,
    pointers_of,
    small_documents,
    to_bytes,
    write_portfolio,
)
from benchmarks.make_national import make_country
from benchmarks.national_jobs import from_columns, from_figures, loop, same_tables
from benchmarks.peer_frames import PEERS
from benchmarks.pipeline import built, chosen, disclosed
from benchmarks.report_jobs import plain_page
from benchmarks.rows import Row
from benchmarks.versions import Run
from sendframe.documents import load_folder
from sendframe.jsontext import locate
from sendframe.plugins import Table

ROOT = Path(__file__).parents[2]
README = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")

PLAIN = (peers.cattrs_objects, peers.pydantic_objects, peers.dataclass_objects)


def test_the_large_document_is_valid_and_of_the_stated_size(tmp_path: Path) -> None:
    """It has about 500 KB, and all it refers to stands in its portfolio."""
    document = large_document()
    assert 480_000 < len(to_bytes(document)) < 520_000
    write_portfolio(tmp_path, [document])
    assert sendframe.validate(tmp_path) == ()


def test_the_small_documents_are_valid_and_of_the_stated_size(tmp_path: Path) -> None:
    """There are a hundred of about 27 KB, and all ids of their portfolio differ."""
    documents = small_documents()
    assert len(documents) == 100
    assert all(26_000 < len(to_bytes(each)) < 27_500 for each in documents)
    write_portfolio(tmp_path, documents)
    assert sendframe.validate(tmp_path) == ()


def test_the_documents_are_the_same_each_time() -> None:
    """Nothing in them depends on chance."""
    assert to_bytes(large_document()) == to_bytes(large_document())
    assert small_documents(3) == small_documents(3)


def test_ours_and_the_peers_take_the_same_document() -> None:
    """What is compared is the same job: the document of sendframe is one for each peer."""
    data = to_bytes(small_documents(1)[0])
    mine = ours.objects(data)
    assert peers.jsonschema_verdict(json.loads(data))
    assert peers.converter_objects(data) == mine
    for read in PLAIN:
        found = read(data)
        assert found.priorities[0].outcomes[0].id == mine.priorities[0].outcomes[0].id
        assert found.period.ends.academic_year == mine.period.ends.academic_year
        assert found.projections[0].id == mine.projections[0].id


def _mutated(change: str) -> dict[str, Any]:
    document = deepcopy(small_documents(1)[0])
    priority = document["priorities"][0]
    if change == "another type":
        priority["order"] = "1"
    elif change == "an unknown member":
        priority["statement"]["not-known"] = 1
    elif change == "a missing member":
        del priority["order"]
    elif change == "a broken pattern":
        priority["id"] = "no id at all"
    else:
        document["period"]["starts"]["kind"] = "fortnight"
    return document


@pytest.mark.parametrize(
    "change",
    [
        "another type",
        "an unknown member",
        "a missing member",
        "a broken pattern",
        "an unknown kind",
    ],
)
def test_ours_and_the_peers_refuse_the_same_document(change: str) -> None:
    """No peer is faster because it looks less closely."""
    document = _mutated(change)
    data = to_bytes(document)
    assert not ours.verdict(document)
    assert not peers.jsonschema_verdict(document)
    for read in (*PLAIN, peers.converter_objects):
        if read is peers.cattrs_objects and change == "a broken pattern":
            read(data)  # plain attrs classes do not look at patterns, as the manual says
            continue
        with pytest.raises((ValueError, BaseValidationError)):  # pydantic's is a ValueError
            read(data)


def test_both_list_the_same_number_of_errors() -> None:
    """As many as were made."""
    document = broken_document(large_document(), 24)
    assert ours.fault_count(document) == peers.jsonschema_count(document) == 24
    assert len(ours.diagnosed(to_bytes(document))) == 24


def test_the_full_index_finds_the_same_places() -> None:
    """The peer of positions does its job."""
    document = small_documents(1)[0]
    data = to_bytes(document)
    found = locate(data, pointers_of(document))
    assert {pointer: place.value for pointer, place in found.items()} == full_index(data.decode())


def jobs_in_the_manual() -> tuple[str, ...]:
    """Return the jobs that the manual explains."""
    table = README.partition("## What is measured")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)
    return tuple(cell for cell in cells if cell not in ("Job", "---"))


def texts_in_the_scripts() -> Iterator[re.Pattern[str]]:
    """Yield each text in the scripts that measure, as a pattern in which values may be anything."""
    for path in sorted((ROOT / "benchmarks").glob("*_jobs.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            if isinstance(node, ast.Constant | ast.JoinedStr):
                yield re.compile(
                    "".join(
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                        for part in parts
                    )
                )


def test_every_job_in_the_manual_is_measured() -> None:
    """Its name stands in a script; that all scripts run is for `.ci/run --thorough`."""
    texts = [text for text in texts_in_the_scripts() if len(text.pattern) > 10]
    jobs = jobs_in_the_manual()
    assert len(jobs) > 30
    assert [job for job in jobs if not any(text.fullmatch(job) for text in texts)] == []


def test_every_row_is_of_a_job_in_the_manual() -> None:
    """A row of a job that the manual does not explain cannot be made."""
    assert [Row(job, "peer", "1 ms").job for job in jobs_in_the_manual()] == [*jobs_in_the_manual()]
    with pytest.raises(ValueError, match=r"benchmarks/README\.md does not explain 'Made up'"):
        Row("Made up", "peer", "1 ms")


def test_the_figures_of_a_country_are_the_same_each_time() -> None:
    """Nothing in them depends on chance, and one in fifty or so is a symbol."""
    one, two = make_country(10, 3, 4), make_country(10, 3, 4)
    assert one.columns == two.columns
    assert one.neighbours == two.neighbours
    assert len(one.columns["area"]) == 120
    whole = make_country()
    assert len(whole.columns["area"]) == 153 * 10 * 60
    assert 0.01 < whole.columns["symbol"].count("x") / 91_800 < 0.03


def test_the_loop_over_figures_finds_what_columns_find() -> None:
    """The peer of a national evaluation gives the same rows, to the last bit."""
    pytest.importorskip("numpy", reason="numpy is not installed")
    country = make_country(30, 4, 5)
    figures = country.figures()
    expected = loop(country, figures)
    assert len(expected["averages"]) > 500
    assert same_tables(from_figures(country, figures), expected)
    assert same_tables(from_columns(country), expected)


@pytest.mark.parametrize("peer", sorted(PEERS))
def test_data_frames_find_what_an_evaluation_of_all_areas_finds(peer: str) -> None:
    """The peers give the same figures in the same rows, but for the last digits of a sum."""
    pytest.importorskip(peer, reason=f"{peer} is not installed: benchmarks/requirements.txt")
    country = make_country(30, 4, 5)
    mine, other = area_jobs.ours(country), area_jobs.theirs(country, peer)
    assert area_jobs.same_figures(mine, other)
    changed = {**other, "limits.csv": other["limits.csv"].replace(b",4,", b",3,")}
    assert not area_jobs.same_figures(mine, changed)


def test_the_plain_page_holds_the_words_of_a_report() -> None:
    """The peer of the HTML report has its headings, its tables and its sentences."""
    portfolio = load_folder(EXAMPLE)
    model = built(disclosed(portfolio, chosen(portfolio)), "board")
    page = plain_page(model).decode()
    assert page.count("<h2>") >= len(model.sections)
    assert page.count("<table>") > 5
    words = next(
        sentence.text
        for block in model.sections[0].blocks
        for sentence in getattr(block, "sentences", ())
    )
    assert words in page


def test_the_peer_page_has_the_tables_and_charts_of_a_report() -> None:
    """The peer of all reports draws each chart and prints each table; charts of one kind once."""
    pytest.importorskip("matplotlib")
    pytest.importorskip("pandas")
    from benchmarks.peer_page import page  # its libraries are not always there

    portfolio = load_folder(EXAMPLE)
    model = built(disclosed(portfolio, chosen(portfolio)), "board")
    text = page(model).decode()
    tables = sum(isinstance(b, Table) for section in model.sections for b in section.blocks)
    assert text.count("<table") == tables > 5
    assert text.count("<svg") > 20
    assert page(model) == page(model)


def test_an_account_of_rows_is_read_and_added_up() -> None:
    """Of each file, with every reason; a row that is in no part of it is an error."""
    printed = "figures.csv\nin/a.csv: 1,200 rows read, 900 used\n"
    printed += "200 left out, the first in row 3: x\n100 left out, the first in row 1,004: y\n"
    expected = Account("a.csv", 1200, 900, ((200, 3), (100, 1004)))
    assert account_of(printed) == (expected,)
    assert account_of("7 rows read, 7 used\n") == (Account("", 7, 7),)
    for wrong in (printed.replace("900 used", "901 used"), "figures.csv\n"):
        with pytest.raises(AssertionError):
            account_of(wrong)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,2\n", "the same bytes in both"),
        ("a,c,b\n1,3,2\n", "the same values in all columns of the first release; added: c"),
        ("a,b\n1,3\n", "the values differ"),
        ("a,c,b\n1,3,2\n1,3,2\n", "the values differ"),
        ("a,c,b\n", "the values differ"),
        ("a\n1\n", "the tables differ in their columns"),
    ],
)
def test_the_tables_of_both_versions_are_compared(tmp_path: Path, text: str, words: str) -> None:
    """A column that was added is named; another value, row or column is a difference."""
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("a,b\n1,2\n", encoding="utf-8")
    new.write_text(text, encoding="utf-8")
    assert words in tables_compared(old, new)


def test_a_ratio_is_that_of_the_fastest_runs() -> None:
    """This version divided by the first release, of CPU seconds, then of medians and the clock."""
    pairs = [(Run(cpu=4.0, clock=10.0), Run(cpu=1.0, clock=6.0)), (Run(5.0, 9.0), Run(2.0, 5.0))]
    row = Comparison("a process", [*pairs, pairs[1]], 0.3).cells()
    assert row[2:] == (
        "4.00 s (5.00 s)", "1.00 s (2.00 s)", "0.250 ×", "0.400 ×", "0.556 ×", "≤ 0.3 ×", "yes",
    )  # fmt: skip
    assert Comparison("a process", pairs, 0.2).cells()[-1] == "no"
