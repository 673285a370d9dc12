"""Make the indicators of LAIT anew: `python make_lait.py MEASURES.csv DICTIONARY.csv`.

What it does
    Writes `src/sendframe_dfe_data/lait.json` from the figures of the Local Authority Interactive
    Tool (LAIT) in long form, whose column `Short Desc` says which measures there are, and from its
    data dictionary, which says what they are. Of the dictionary it takes nothing about people: the
    column with contact details is never read.

When it refuses
    A measure is not in the dictionary exactly once for its topic, two measures give one id, a type
    of year or a polarity is new.

Source
    Department for Education, Local Authority Interactive Tool and its data dictionary, under the
    Open Government Licence v3.0.
"""
# ruff: noqa: INP001  # a script

import csv
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

WRITTEN = Path(__file__).parent / "src" / "sendframe_dfe_data" / "lait.json"
TAKEN = (
    "Topic",
    "Measure_short",
    "Chart_title",
    "Polarity",
    "y_axis_name",
    "state_funded_flag",
    "Description",
    "Methodology",
    "Hyperlink(s)",
    "dps",
    "Year_Type",
    "No_Quartile",
)
DIRECTIONS = {"High": "higher", "Low": "lower", "-": "neutral", "NA": "neutral"}
PERIODS = {
    "Academic Year": "academic_year",
    "Calendar Year": "calendar_year",
    "Financial Year": "financial_year",
    "Annual - January": "reporting_year",
}
LONGEST = 1_000
"""Characters of a method that are kept."""

EHC_PLANS = "/find-statistics/education-health-and-care-plans"
LICENCE = "Open Government Licence v3.0"
PUBLISHER = "Department for Education"
BREAKS = {
    2022: "First calendar year returned in the collection of 2023: up to and including the "
    "publication of 2022, which ends with 2021, data was collected as totals of each local "
    "authority, and person by person from then on.",
    2023: "First calendar year of which the release of 2025 has figures by age, sex and ethnicity. "
    "It is not told between which calendar years the series breaks: so neither 2021 with 2022 nor "
    "2022 with 2023 is compared.",
}
APPEALS = {
    2023: "Caution should be used when comparing the number of appealable decisions in 2023 to "
    "previous years due to transition to a new data collection in 2022.",
}
ALONE = (
    "Clearing overdue cases lowers this rate although no fewer plans may be on time, and LAIT has "
    "no counts beside it: dfe.plans-within-20-weeks-excluding-exceptions is shown with them."
)


def slug(short: str) -> str:
    """Return the last part of the id of a measure."""
    return re.sub("[^A-Za-z0-9]+", "-", short).strip("-").lower()


def read(path: str) -> list[dict[str, str]]:
    """Return the rows of a file."""
    with Path(path).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, each in one line."""
    return [" ".join(each.split()) for each in re.split(r"\n\s*\n", text) if each.strip()]


def unit(row: Mapping[str, str]) -> tuple[str, str, float | None]:
    """Return unit, what is printed behind the number, and the factor."""
    axis, title = row["y_axis_name"], row["Chart_title"]
    if axis.startswith("%") or title.endswith("(%)"):
        return "percent", "%", 100
    if axis == "Unit Cost":
        return "pounds", "pounds a week", None
    if "core" in axis:
        return "score", "points", None
    if axis.startswith(("Number", "Total")):
        return "count", axis.removeprefix("Number of ").removeprefix("Total ").lower(), None
    message = f"a unit that is not known: {axis}"
    raise ValueError(message)


def titled(row: Mapping[str, str]) -> str:
    """Return the title of a chart without the unit; a number says that it is one."""
    title = row["Chart_title"].removesuffix(" (%)").replace(" (num)", ": number")
    title = " ".join(title.split())
    return title.removeprefix("% ")


def breaks(row: Mapping[str, str], period: str) -> list[dict[str, Any]]:
    """Return the years from which a series of SEN2 is on a new footing."""
    if EHC_PLANS not in row["Hyperlink(s)"]:
        return []
    found = APPEALS if row["Measure_short"] == "SEN_AppealableDec" else BREAKS
    if period == "reporting_year":  # a count of January, by the year of the January
        found = {2023: "Person by person from the collection of 2023 on; totals before."}
    return [
        {"first_period": {"kind": period, "year": year}, "reason": {"default": reason}}
        for year, reason in found.items()
    ]


NEUTRAL = {
    "SEN_AppealableDec": "LAIT calls a low rate good. It is neutral here: few appeals may mean few "
    "wrong decisions, or families who do not know that they may appeal.",
}
"""Measures that are neutral though LAIT gives them a polarity, with the reason."""


def caveats(row: Mapping[str, str], *, neutral: bool) -> list[dict[str, str]]:
    """Return what a reader must know."""
    found = [ALONE] if row["Measure_short"].endswith("_20wks") else []
    method = " ".join(paragraphs(row["Methodology"]))
    if method and method != "NA":
        cut = method if len(method) <= LONGEST else f"{method[:LONGEST].rsplit(' ', 1)[0]} [...]"
        found.append(f"Method, in the words of the dictionary: {cut}")
    found += [each for each in paragraphs(row["Description"]) if each.startswith("NOTE")]
    if row["state_funded_flag"] == "State Funded":
        found.append("State-funded schools only.")
    if neutral and row["Measure_short"] not in NEUTRAL:
        found.append("LAIT gives it no polarity: neither much nor little is good in itself.")
    if row["No_Quartile"] == "N":
        found.append("LAIT makes no quartile bands of it.")
    found += [NEUTRAL[row["Measure_short"]]] if row["Measure_short"] in NEUTRAL else []
    return [{"default": each} for each in found]


def indicator(row: Mapping[str, str]) -> dict[str, Any]:
    """Return one measure as an indicator."""
    code, text, factor = unit(row)
    direction, period = DIRECTIONS[row["Polarity"]], PERIODS[row["Year_Type"]]
    if row["Measure_short"] in NEUTRAL:
        direction = "neutral"
    said = [each for each in paragraphs(row["Description"]) if not each.startswith("NOTE")]
    decimals = 0 if code == "count" else 1 if row["dps"] == "NA" else int(row["dps"])
    found: dict[str, Any] = {
        "id": f"dfe.lait.{slug(row['Measure_short'])}",
        "title": {"default": titled(row)},
        "definition": {"default": said[0], "wording": "verbatim"},
        "unit": code,
        "unit_text": text,
        "factor": factor,
        "direction": direction,
        "period_type": period,
        "publisher": PUBLISHER,
        "dataset": f"Local Authority Interactive Tool: {row['Topic']}",
        "columns": [{"release": "dfe.lait", "value": row["Measure_short"]}],
        "frequency": "annual",
        "series_status": "published",
        "breaks": breaks(row, period),
        "caveats": caveats(row, neutral=direction == "neutral"),
        "decimals": decimals,
        "suppression": "As the publication it is taken from; - stands for a missing figure",
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def made(figures: str, dictionary: str) -> dict[str, Any]:
    """Return the document."""
    wanted = {(row["Short Desc"], row["Topic"]) for row in read(figures)}
    rows: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in read(dictionary):
        taken = {name: row[name].strip() for name in TAKEN}
        rows.setdefault((taken["Measure_short"], taken["Topic"]), []).append(taken)
    indicators = []
    for key in sorted(wanted):
        if len(rows.get(key, [])) != 1:
            message = f"{key} stands {len(rows.get(key, []))} times in the dictionary"
            raise ValueError(message)
        indicators.append(indicator(rows[key][0]))
    ids = [each["id"] for each in indicators]
    if len(ids) != len(set(ids)):
        message = "two measures give one id"
        raise ValueError(message)
    source = {"publisher": PUBLISHER, "licence": LICENCE}
    return {
        "$schema": "https://sendframe.example/schemas/v1/indicator-set.schema.json",
        "id": "dfe.lait",
        "title": {"default": "Measures of the Local Authority Interactive Tool about SEND"},
        "sources": [
            {"title": "Local Authority Interactive Tool", **source},
            {"title": "Local Authority Interactive Tool: data dictionary", **source},
        ],
        "note": {
            "default": "Made by make_lait.py of the plug-in's folder. Direction is LAIT's "
            "polarity; a measure without one is neutral. Numerator and denominator are told in "
            "the words of the dictionary, under caveats."
        },
        "publisher": "the sendframe project",
        "indicators": indicators,
    }


def main() -> int:
    """Write the document."""
    figures, dictionary = sys.argv[1:]
    text = json.dumps(made(figures, dictionary), indent=2, ensure_ascii=False)
    WRITTEN.write_text(text + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
