"""How values of documents read in a sentence about what changed."""

from typing import Any

import pytest

from sendframe.editions._value_text import value_text
from sendframe.model import (
    Contributor,
    DateInWords,
    DifferenceMade,
    MeasureActual,
    Month,
    PartnerView,
    Promise,
)
from tests.unit.conftest import text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("not_begun", "not begun"),
        (12.0, "12"),
        (0.123456, "0.123456"),
        (0.12345678, "0.123457"),
        ("no_view_recorded", "no view recorded"),
        ("under-way", "under-way"),
        ("Not_a_word_of_a_list", "Not_a_word_of_a_list"),
        (DateInWords(text="ongoing"), "ongoing"),
        (Contributor(sector="parents"), "parents"),
        (Contributor(sector="parents", count=12), "12 from parents"),
        (DifferenceMade(text=text("They know.")), "They know."),
        (DifferenceMade(none_yet=text("It is new.")), "None yet: It is new."),
        (MeasureActual(statement=text("Terms agreed")), "Terms agreed"),
        (
            MeasureActual(statement=text("Terms agreed"), on=Month(year=2025, month=7)),
            "Terms agreed (July 2025)",
        ),
        (PartnerView(who="Forum", view="no_view_recorded"), "Forum: no view recorded"),
        (
            PartnerView(who="Forum", view="partly", statement=text("Too slow.")),
            "Forum: partly. Too slow.",
        ),
        (Promise(said=text("We will call.")), "We will call."),
        (Promise(said=text("We will call."), became=text("Done.")), "We will call. Done."),
    ],
)
def test_a_value_reads_as_words(value: Any, words: str) -> None:
    """Words of fixed lists have spaces, and parts without an id read as a phrase."""
    assert value_text(value, {}) == words


def test_an_id_is_the_title_of_its_thing() -> None:
    """An id with an underscore stays as it is where nothing has it."""
    titles = {("action", "a_b"): "Open clubs"}
    assert value_text("a_b", titles, ("action",)) == "Open clubs"
    assert value_text("c_d", titles, ("action",)) == "c_d"
