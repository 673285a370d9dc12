"""Columns whose every value is already what the record needs, so that it need not be made.

Most tables come from systems that write days as days and the codes of a return as they are. The
pass that counts rows says so; those that follow then read these columns as the table has them.
"""

from collections.abc import Mapping
from typing import Any

import narwhals as nw

from ._engine import Codes
from ._mapping import MappedColumn

__all__ = ["codes_as_given", "codes_changed", "given_name"]


def given_name(name: str) -> str:
    """Return the name of the column with what the table has for a column of the record."""
    return f"_given_{name}"


def codes_as_given(
    coded: Codes, types: Mapping[str, Any], columns: Mapping[str, MappedColumn]
) -> Codes:
    """Return columns to look up: texts of the table, blanks included, that are codes already.

    Args:
        coded: The columns of codes.
        types: The type of each column in the table.
        columns: What the columns of the table are.
    """
    looked_up = {}
    for name, type_ in types.items():
        _, code_of = coded.get(f"_code_{name}", (name, {}))
        codes = {text: code for text, code in code_of.items() if text == code}
        mapped = columns.get(name)
        is_plain = mapped is None or (mapped.where is None and mapped.blank is None)
        if codes and is_plain and type_ == nw.String:
            looked_up[f"_same_{name}"] = (given_name(name), codes)
    return looked_up


def codes_changed(codes: Codes) -> dict[str, nw.Expr]:
    """Return, by name of a column, whether the value of a row is other than in the table.

    Args:
        codes: What `codes_as_given` returned.
    """
    names = {name.removeprefix("_same_"): name for name in codes}
    return {
        name: nw.col(same).is_null() & ~nw.col(given_name(name)).is_null()
        for name, same in names.items()
    }
