"""What leaves has passed disclosure control; where that cannot be made safe, nothing leaves."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner
from made_up import COLUMNS, mapping_of, written_mapping, written_table
from sendframe_records import INDICATORS, NotSafe, _figures
from sendframe_records._command import records
from sendframe_records._evaluate import evaluate_table
from sendframe_records._figures import definitions
from sendframe_records._measure import Share
from sendframe_records.population import write_population

from sendframe.plugins import Indicator


def plans(folder: Path, needs: dict[str, int]) -> Path:
    """Write plans by need, with their mapping."""
    written_mapping(folder, "plan", {})
    rows = [
        {"issued_on": "2024-01-15", "born_on": "2015-06-01", "need": need, "setting": "special"}
        for need, number in needs.items()
        for _ in range(number)
    ]
    return written_table(folder, rows, COLUMNS["plan"])


def by_need(table: Path) -> dict[str, float | None]:
    """Return the figure of plans by need, after disclosure control."""
    mapping = mapping_of(table.parent, "plan")
    made = evaluate_table(str(table), mapping, as_at=date(2025, 1, 16)).figures.table
    return {
        row.dimensions.get("need", ""): row.value
        for row in made
        if row.indicator == "ehc.plans" and not row.dimensions.keys() - {"need"}
    }


def test_what_a_small_number_follows_from_is_hidden_too(tmp_path: Path) -> None:
    """Three plans of one need are hidden, and another need with them, or the total would tell."""
    shown = by_need(plans(tmp_path, {"ASD": 60, "SEMH": 40, "SLCN": 3}))
    assert shown["SLCN"] is None
    assert shown[""] == 103
    assert sorted(shown[need] is None for need in ("ASD", "SEMH")) == [False, True]


def test_large_numbers_stay(tmp_path: Path) -> None:
    """Nothing is hidden where nobody can be recognised."""
    shown = by_need(plans(tmp_path, {"ASD": 60, "SEMH": 40, "SLCN": 5}))
    assert shown == {"": 105, "ASD": 60, "SEMH": 40, "SLCN": 5}


@pytest.mark.parametrize("made", ["evaluate", "combine"])
def test_nothing_is_written_where_it_is_not_safe(
    made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A count without proof ends the command with code 1; no file, and no folder, is made."""
    table = plans(tmp_path, {"ASD": 60})
    before = tmp_path / "before.csv"
    common = ("--as-at", "2025-01-16", "--out")
    evaluate = ("evaluate", str(table), "--mapping", str(tmp_path / "mapping.json"), *common)
    assert CliRunner().invoke(records, (*evaluate, str(before))).exit_code == 0
    real = _figures.disclose

    def without_proof(*arguments: Any, **options: Any) -> Any:
        return attrs.evolve(
            real(*arguments, **options), without_proof=("ehc.plans ZZ0000001 snapshot value",)
        )

    monkeypatch.setattr(_figures, "disclose", without_proof)
    out = tmp_path / "new" / "figures.csv"
    if made == "combine":
        document = str(before.with_suffix(".json"))
        evaluate = ("combine", document, "--total", "ZZ0000009", "All", *common)
    result = CliRunner().invoke(records, (*evaluate, str(out)))
    assert result.exit_code == 1
    assert "1 small numbers could be worked out from the others" in result.output
    assert "that of ehc.plans; nothing is written" in result.output
    assert not out.parent.exists()
    with pytest.raises(NotSafe):
        by_need(table)


def test_medians_need_five_on_either_side(tmp_path: Path) -> None:
    """Nine waits have no median, ten have; a 95th percentile needs a hundred."""
    mapping = mapping_of(tmp_path, "wait")
    for rows, median, percentile in (
        (9, "u", "u"),
        (10, None, "u"),
        (99, None, "u"),
        (100, None, None),
    ):
        table = written_table(tmp_path, [{"referred_on": "2024-03-31"}] * rows, COLUMNS["wait"])
        made = evaluate_table(str(table), mapping, as_at=date(2025, 3, 31)).figures.table
        by_id = {row.indicator: row for row in made if not row.dimensions}
        assert by_id["ehc.waits-median"].symbol == median
        assert by_id["ehc.waits-percentile-95"].symbol == percentile
        if median is None:
            assert by_id["ehc.waits-median"].value == pytest.approx(365 / 7)


def test_the_whole_has_sums_and_medians_of_its_own(tmp_path: Path) -> None:
    """Counts of the whole are sums of its areas; its median is that of all records together."""
    codes = ("ZZ0000001", "ZZ0000002")
    mapping = mapping_of(
        tmp_path,
        "wait",
        areas=[{"code": code, "name": code, "kind": "ward"} for code in codes],
        area={"column": "area"},
        total_area={"code": "ZZ0000009", "name": "Both", "kind": "region"},
    )
    rows = [{"area": codes[0], "referred_on": "2025-03-17"}] * 30
    rows += [{"area": codes[1], "referred_on": "2025-03-03"}] * 20
    table = written_table(tmp_path, rows, ["area", *COLUMNS["wait"]])
    made = evaluate_table(str(table), mapping, as_at=date(2025, 3, 31)).figures.table
    by_id = {(row.indicator, row.area): row.value for row in made if not row.dimensions}
    assert [by_id["ehc.waiting", area] for area in (*codes, "ZZ0000009")] == [30, 20, 50]
    assert [by_id["ehc.waits-median", area] for area in (*codes, "ZZ0000009")] == [2, 4, 2]


def conjuncts(text: str) -> frozenset[str]:
    """Return the parts of a condition that are joined by and, by their text."""
    return frozenset(text.replace("(", "").replace(")", "").split(" and "))


def linked(indicators: Sequence[Indicator]) -> dict[str, set[str]]:
    """Return the indicators that share a count with each, by what their definitions declare."""
    links: dict[str, set[str]] = {indicator.id: {indicator.id} for indicator in indicators}
    for indicator in indicators:
        for other in (indicator.numerator_is, indicator.denominator_is, *indicator.sum_of):
            if other is not None:
                joined = links[indicator.id] | links[other]
                for id_ in joined:
                    links[id_] = joined
    return links


def test_definitions_declare_which_counts_are_the_same() -> None:
    """Two measures with one condition and one day are declared to share it, so that it is protected.

    Otherwise a count could be hidden in one indicator and printed as the denominator of another.
    """
    links = linked(list(definitions().values()))
    by_condition: dict[tuple[str, str, str], set[str]] = {}
    for made in INDICATORS:
        measure = made.measure
        conditions = [measure.of]
        if isinstance(measure, Share):
            conditions.append(measure.of & measure.part)
        for condition in conditions:
            key = (
                made.record.__name__,
                str(measure.when),
                "/".join(sorted(conjuncts(str(condition)))),
            )
            by_condition.setdefault(key, set()).add(made.id)
    shared = [ids for ids in by_condition.values() if len(ids) > 1]
    assert len(shared) >= 10
    for ids in shared:
        assert ids <= links[min(ids)], ids


def test_declared_relations_hold_on_a_population(tmp_path: Path) -> None:
    """Numbers that definitions call the same are the same; sums come to no more than their total."""
    table = tmp_path / "requests.parquet"
    write_population(table, "request")
    columns = {name: {"column": name, **rest} for name, rest in COLUMNS["request"].items()}
    mapping = mapping_of(tmp_path, "request", columns=columns, complete_from=2024)
    made = evaluate_table(str(table), mapping, as_at=date(2024, 12, 31)).figures.table
    rows = {row.indicator: row for row in made}

    def counted(id_: str) -> float:
        row = rows[id_]
        return float(row.numerator if row.numerator is not None else row.value or 0)

    checked = 0
    for id_, row in rows.items():
        definition = definitions()[id_]
        if definition.denominator_is is not None:
            # Less where a quantile lacks records of which a day is not known.
            assert row.denominator is not None
            assert row.denominator <= counted(definition.denominator_is), id_
            assert row.denominator > 0.99 * counted(definition.denominator_is), id_
            checked += 1
        if definition.numerator_is is not None:
            assert counted(id_) <= counted(definition.numerator_is), id_
            checked += 1
        if definition.sum_of:
            assert sum(counted(part) for part in definition.sum_of) <= counted(id_), id_
            checked += 1
    assert checked >= 10
