"""The peers of an evaluation of all areas: the same figures worked out in polars and in pandas.

What somebody writes who has data frames: the rate from its counts, its Wilson interval, its rank
among the areas, the neighbours' mean and pooled figure with those that are missing, and the XmR
limits of each series. Bands are left out, since one area alone gets one. Neither looks at the rules of a
figure, at releases, kinds of area, breaks or former codes.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["PEERS", "Columns", "Neighbours", "by_pandas", "by_polars"]

Columns = Mapping[str, Sequence[Any]]
"""Columns ``indicator``, ``area``, ``year``, ``numerator`` and ``denominator``; None for a symbol."""

Neighbours = Mapping[str, Sequence[str]]
Z = 1.959963984540054
FACTOR = 100
XMR = 2.66
GAP = 1.5


def _pairs(neighbours: Neighbours) -> dict[str, list[str]]:
    pairs = [(area, near) for area, others in neighbours.items() for near in others]
    return {"area": [area for area, _ in pairs], "near": [near for _, near in pairs]}


def by_polars(
    columns: Columns, directions: Mapping[str, str], neighbours: Neighbours
) -> dict[str, bytes]:
    """Return the three tables as CSV, worked out by polars."""
    import polars as pl

    top, bottom, rate = pl.col("numerator"), pl.col("denominator"), pl.col("value")
    spread = Z * (Z**2 + 4 * top * (1 - top / bottom)).sqrt()
    whole = 2 * (bottom + Z**2)
    group = ["indicator", "year"]
    frame = pl.DataFrame({name: list(each) for name, each in columns.items()})
    rates = frame.drop_nulls("numerator").with_columns(value=top / bottom * FACTOR)
    way = pl.col("indicator").replace_strict(dict(directions))
    standings = rates.with_columns(
        lower=(2 * top + Z**2 - spread) / whole * FACTOR,
        upper=(2 * top + Z**2 + spread) / whole * FACTOR,
        rank=pl.when(way == "higher")
        .then(rate.rank("min", descending=True).over(group))
        .when(way == "lower")
        .then(rate.rank("min").over(group)),
        among=pl.len().over(group),
    ).sort("indicator", "year", "area")
    near = rates.select("indicator", "year", pl.col("area").alias("near"), "value", *_COUNTS)
    averages = (
        rates.select("indicator", "year", "area")
        .join(pl.DataFrame(_pairs(neighbours)), on="area")
        .join(near, on=["indicator", "year", "near"], how="left")
        .group_by("indicator", "year", "area")
        .agg(
            mean=rate.mean(),
            areas=rate.count(),
            missing=pl.col("near").filter(rate.is_null()).sort().str.join(" "),
            pooled=top.sum() / bottom.sum() * FACTOR,
        )
        .sort("indicator", "year", "area")
    )
    apart = pl.col("year").diff()
    limits = (
        rates.sort("indicator", "area", "year")
        .group_by("indicator", "area", maintain_order=True)
        .agg(
            first=pl.col("year").first(),
            last=pl.col("year").last(),
            points=pl.len(),
            mean=rate.mean(),
            mean_range=rate.diff().abs().filter(apart <= GAP * apart.min()).mean(),
        )
        .with_columns(
            lower=pl.col("mean") - XMR * pl.col("mean_range"),
            upper=pl.col("mean") + XMR * pl.col("mean_range"),
        )
    )
    tables = {"standings": standings, "averages": averages, "limits": limits}
    return {f"{name}.csv": table.write_csv().encode() for name, table in tables.items()}


def by_pandas(
    columns: Columns, directions: Mapping[str, str], neighbours: Neighbours
) -> dict[str, bytes]:
    """Return the three tables as CSV, worked out by pandas."""
    import pandas as pd

    group = ["indicator", "year"]
    rates = pd.DataFrame({name: list(each) for name, each in columns.items()})
    rates = rates.dropna(subset=["numerator"])
    top, bottom = rates["numerator"].astype(float), rates["denominator"].astype(float)
    rates = rates.assign(numerator=top, denominator=bottom, value=top / bottom * FACTOR)
    spread = Z * (Z**2 + 4 * top * (1 - top / bottom)) ** 0.5
    whole = 2 * (bottom + Z**2)
    values = rates.groupby(group, sort=False)["value"]
    way = rates["indicator"].map(dict(directions))
    down, up = values.rank("min", ascending=False), values.rank("min")
    standings = rates.assign(
        lower=(2 * top + Z**2 - spread) / whole * FACTOR,
        upper=(2 * top + Z**2 + spread) / whole * FACTOR,
        rank=down.where(way == "higher", up.where(way == "lower")).astype("Int64"),
        among=values.transform("size"),
    ).sort_values(["indicator", "year", "area"])
    near = rates.rename(columns={"area": "near"})
    joined = (
        rates[["indicator", "year", "area"]]
        .merge(pd.DataFrame(_pairs(neighbours)), on="area")
        .merge(near, on=["indicator", "year", "near"], how="left")
    )
    grouped = joined.groupby(["indicator", "year", "area"])
    averages = grouped.agg(
        mean=("value", "mean"),
        areas=("value", "count"),
        top=("numerator", "sum"),
        bottom=("denominator", "sum"),
    )
    gone = joined[joined["value"].isna()].sort_values("near")
    averages = averages.assign(
        missing=gone.groupby(["indicator", "year", "area"])["near"].agg(" ".join),
        pooled=averages["top"] / averages["bottom"] * FACTOR,
    ).drop(columns=["top", "bottom"])
    ordered = rates.sort_values(["indicator", "area", "year"])
    series = ordered.groupby(["indicator", "area"])
    apart = series["year"].diff()
    shortest = apart.groupby([ordered["indicator"], ordered["area"]]).transform("min")
    steps = series["value"].diff().abs().where(apart <= GAP * shortest)
    limits = series.agg(
        first=("year", "first"),
        last=("year", "last"),
        points=("value", "size"),
        mean=("value", "mean"),
    ).assign(mean_range=steps.groupby([ordered["indicator"], ordered["area"]]).mean())
    limits = limits.assign(
        lower=limits["mean"] - XMR * limits["mean_range"],
        upper=limits["mean"] + XMR * limits["mean_range"],
    )
    return {
        "standings.csv": _csv(standings, index=False),
        "averages.csv": _csv(averages.reset_index(), index=False),
        "limits.csv": _csv(limits.reset_index(), index=False),
    }


_COUNTS = ("numerator", "denominator")


def _csv(table: Any, *, index: bool) -> bytes:
    text = io.StringIO()
    table.to_csv(text, index=index)
    return text.getvalue().encode()


PEERS = {"polars": by_polars, "pandas": by_pandas}
"""The peers, by the name of their distribution."""
