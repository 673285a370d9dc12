"""Rules between fields that only code can hold, as they are held in made-up documents."""

from typing import Any

__all__ = ["NAMES", "NOT_GROWN", "NOT_MULTIPLIED", "PATTERNS", "mend"]

NAMES = {"area": "ZZ0000001", "observed-area": "ZZ0000001"}
"""Codes in place of made-up ids, by what they are of."""

PATTERNS = {"colour": "#1d70b8", "SHA-256": "0" * 64, "DfE": "Z01", "fact id": "indicator/x/latest"}
"""Texts in the pattern of their field, by a word of its description."""

NOT_GROWN = {
    ("ExtensionSchema", "schema"),  # its members are keywords
    ("Profile", "needs_one_of"),  # its members are ids of sections of the profile
    ("WorkbookMapping", "columns"),  # exactly one of its members holds the measure
}
"""Lists that another member would break, by class and field."""

NOT_MULTIPLIED = {*NOT_GROWN, ("Manifest", "documents"), ("Manifest", "plugins")}
"""The same, with the lists of files and of plug-ins, of which there are no more."""

MENDED: dict[str, dict[str, Any]] = {
    "Action": {"depends_on": []},
    "ComparatorSet": {"method": "mean", "areas": ["ZZ0000001"]},
    "ExtensionSchema": {"extends": ["any"], "schema": {"type": "object"}},
    "Indicator": {"unit": "percent", "factor": 100, "direction": "higher", "breaks": []},
    "LocalArea": {"code": "ZZ0000001", "dfe_code": "Z01", "fictional": True},
    "Manifest": {"uses": []},  # what plug-ins bring is not part of it
    "Profile": {"needs_one_of": []},
    "Observation": {"value": 50, "numerator": 5, "denominator": 10, "dimensions": {}},
}
"""What makes objects obey the rules between fields that only code can hold, by class."""

LEFT_OUT = {
    "Criterion": "parent",
    "DifferenceMade": "none_yet",
    "MappedFilter": "topic",
    "Observation": "symbol",
    "Picture": "file",
    "RuleChoice": "about",
}
"""Fields that must not stand beside others, by class."""


def mend(name: str, made: dict[str, Any]) -> None:
    """Hold the rules between fields that only code can hold."""
    made |= MENDED.get(name, {})
    if name in {"AreaNeighbours", "FormerCode"}:
        made["code"] = f"ZZ{name[0]}000001"
    if name in LEFT_OUT:
        del made[LEFT_OUT[name]]
