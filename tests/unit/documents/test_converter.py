"""The strict converter: one kind of number, and nothing made out of anything else."""

from typing import Any

import attrs
import pytest

from sendframe.documents import converter


@attrs.frozen
class Options:
    """Options of a made-up rule."""

    years: int = 3
    share: float = 0.5
    strict: bool = False


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({"years": 4.0}, Options(years=4)),
        ({"years": 4}, Options(years=4)),
        ({"share": 1}, Options(share=1.0)),
        ({}, Options()),
    ],
)
def test_json_has_one_kind_of_number(given: dict[str, Any], made: Options) -> None:
    """1.0 is the whole number 1, and 1 is the number 1.0: JSON does not tell them apart."""
    found = converter().structure(given, Options)
    assert found == made
    assert [type(found.years), type(found.share)] == [int, float]


@pytest.mark.parametrize(
    "given",
    [
        {"years": 4.5},
        {"years": "4"},
        {"years": True},
        {"share": "1"},
        {"share": False},
        {"strict": "false"},
        {"strict": 0},
        {"unknown": 1},
        {"years": None},
    ],
)
def test_nothing_is_made_out_of_another_type(given: dict[str, Any]) -> None:
    """Halves, text, truth values and null are no whole numbers, and unknown keys are refused."""
    with pytest.raises(ExceptionGroup):
        converter().structure(given, Options)
