"""A public table of outcomes becomes reviews: words unchanged, every row accounted for."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from sendframe_area_send import OUTCOMES
from sendframe_area_send.outcomes_table import READER, Options

from sendframe.plugins import Day, Import, LeftOut, ReaderSource

_FILE = Path(__file__).parent / "data" / "outcomes_table.csv"
_TEXT = _FILE.read_text("utf-8")
_HEADER = (
    "la_code,inspection_start_date,inspection_end_date,publication_date,inspection_outcome_text"
)
_WORDS = "arrangements lead to inconsistent experiences and outcomes"


def _read(text: str | bytes, *areas: str) -> Import:
    data = text.encode() if isinstance(text, str) else text
    return READER.read(ReaderSource("table.csv", len(data), BytesIO(data)), Options(areas))


def _row(*cells: str, header: str = _HEADER) -> Import:
    return _read(f"{header}\n{','.join(cells)}\n")


def _reasons(made: Import) -> list[str]:
    return [item.reason for item in made.account.left_out]


def _messages(made: Import) -> list[str]:
    assert {diagnostic.severity for diagnostic in made.diagnostics} <= {"warning"}
    return [diagnostic.message for diagnostic in made.diagnostics]


_PUBLISHED = {review.area: review for review in _read(_TEXT).reviews}


def test_every_published_row_becomes_a_review() -> None:
    """Seven rows give seven reviews, under the present code of the area."""
    made = _read(_TEXT)
    assert (made.account.rows_read, made.account.rows_used) == (7, 7)
    assert made.account.is_complete
    assert [review.id for review in made.reviews] == sorted(review.id for review in made.reviews)
    assert len(_PUBLISHED) == 7
    assert made.observations is None


def test_herefordshire_is_as_published() -> None:
    """Days, report, outcome and what comes next are those of the report."""
    result = _PUBLISHED["E06000019"]
    assert result.id == "area-send-inspection-E06000019-2024-12-02"
    assert (result.starts_on, result.ends_on) == (
        Day(on=date(2024, 12, 2)),
        Day(on=date(2024, 12, 6)),
    )
    assert result.published_on == Day(on=date(2025, 2, 7))
    assert result.sources[0].link == "https://files.ofsted.gov.uk/v1/file/50268466"
    assert result.outcome is not None
    assert result.outcome.recognised == OUTCOMES[1]
    assert result.outcome.wording.wording == "verbatim"
    assert str(result.outcome.wording) in _TEXT
    assert str(result.next_activity) == (
        "The next full area SEND inspection will be within approximately three years."
    )
    assert "30 September 2016" in str(result.note)


def test_no_review_holds_a_finding_or_a_grade() -> None:
    """Inspectors give no judgement for each criterion and no number: neither is made."""
    for item in _PUBLISHED.values():
        assert item.findings == ()
        assert item.follow_ups == ()
        assert item.completeness == "summary"
        assert "grade" not in str(item).casefold()


def test_an_outcome_that_the_table_lacks_is_none() -> None:
    """Slough's words were not found: there is no outcome, and it is reported by row and column."""
    slough = _PUBLISHED["E06000039"]
    assert slough.outcome is None
    assert slough.next_activity is None
    assert "not to say there is none" in str(slough.note)
    messages = [item for item in _messages(_read(_TEXT)) if "no words" in item]
    assert len(messages) == 1
    assert "column 'inspection_outcome_text'" in messages[0]


def test_each_outcome_is_recognised_by_its_words() -> None:
    """All three published outcomes are in the extract, and a monitoring inspection is reported."""
    result = {value.outcome.recognised for value in _PUBLISHED.values() if value.outcome}
    assert result == set(OUTCOMES)
    following = str(_PUBLISHED["E10000017"].next_activity)
    assert following.startswith("A monitoring inspection will be carried out")
    assert "The next full reinspection" in following


def test_a_review_without_days_is_known_by_its_publication() -> None:
    """Where the table has no days of the inspection, its report's day is in the title."""
    (result,) = (value for value in _PUBLISHED.values() if value.starts_on is None)
    assert result.published_on is not None
    assert "published " in str(result.title)


def test_an_area_is_known_by_its_number_alone() -> None:
    """Cumberland is in the table under the code of the county it came from."""
    assert _PUBLISHED["E06000063"].title.default.startswith("Area SEND inspection of Cumberland")


@pytest.mark.parametrize("areas", [("E06000019",), ("884",)])
def test_areas_are_chosen(areas: tuple[str, ...]) -> None:
    """By GSS code or DfE number; the others are counted as left out."""
    made = _read(_TEXT, *areas)
    assert [review.area for review in made.reviews] == ["E06000019"]
    assert made.account.left_out == (LeftOut("its area was not asked for", 6, 2),)
    (refused,) = _read(_TEXT, "Herefordshire").diagnostics
    assert refused.severity == "error"
    assert "Herefordshire" not in refused.message


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("02/12/24", date(2024, 12, 2)),
        ("2/12/2024", date(2024, 12, 2)),
        ("01/01/1900", None),
        ("", None),
    ],
)
def test_a_day_has_two_shapes_and_two_nothings(cell: str, day: date | None) -> None:
    """Years have two or four figures; the first of January 1900 means none."""
    made = _row("884", cell, "", "07/02/25", _WORDS)
    assert [review.starts_on for review in made.reviews] == [day and Day(on=day)]
    assert _messages(made) == []


@pytest.mark.parametrize("cell", ["31/02/24", "2024-12-02", "December", "45628", "1/1/1"])
def test_what_is_no_day_is_reported_and_left_out(cell: str) -> None:
    """The cell is named by row and column and never repeated; the rest of the row is used."""
    made = _row("884", "02/12/24", cell, "07/02/25", _WORDS)
    assert [review.ends_on for review in made.reviews] == [None]
    assert _messages(made) == [
        "this is no day as dd/mm/yyyy or dd/mm/yy (row 2, column 'inspection_end_date')"
    ]
    assert made.diagnostics[0].location.line == 2


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (("", "", "", "", ""), "it is empty"),
        (("884",), "it has another number of cells than the first row"),
        (("999", "02/12/24", "", "", _WORDS), "its area is not known"),
        (("E06000019", "02/12/24", "", "", _WORDS), "its area is not known"),
        (("884", "01/01/1900", "", "", _WORDS), "it has no date"),
        (("884", "06/12/24", "02/12/24", "", _WORDS), "its dates contradict each other"),
        (("884", "30/09/16", "", "", _WORDS), "the inspection is of another framework"),
    ],
)
def test_a_row_that_gives_no_review_is_counted(cells: tuple[str, ...], reason: str) -> None:
    """Each is left out by its reason, and the account is complete."""
    made = _row(*cells)
    assert made.reviews == ()
    assert _reasons(made) == [reason]
    assert made.account.is_complete


def test_a_second_row_about_one_inspection_is_left_out() -> None:
    """It is counted; the first one stands."""
    row = f"884,02/12/24,06/12/24,07/02/25,{_WORDS}\n"
    made = _read(f"{_HEADER}\n{row}{row}")
    assert len(made.reviews) == 1
    assert made.account.left_out == (LeftOut("it is a second row about one inspection", 1, 3),)


@pytest.mark.parametrize(
    ("column", "cell", "text"),
    [
        ("outcome_grade", "2.0", None),
        ("outcome_grade", "3", "stands for another outcome"),
        ("outcome_grade", "good", "none of the table maker's"),
        ("inspection_link", "see the website", "no web address"),
        ("inspection_link", "https://files.ofsted.gov.uk/v1/file/1", None),
        ("previous_inspection_date", "long ago", "no day"),
        ("previous_inspection_date", "01/01/1900", None),
        ("ltla23cd", "E06000019", None),
    ],
)
def test_what_is_beside_is_checked_against_the_words(
    column: str, cell: str, text: str | None
) -> None:
    """A number that contradicts the words is reported; the words count."""
    made = _row("884", "02/12/24", "", "", _WORDS, cell, header=f"{_HEADER},{column}")
    messages = _messages(made)
    assert len(messages) == (text is not None)
    assert text is None or text in messages[0]
    assert made.reviews[0].outcome is not None
    assert made.reviews[0].outcome.recognised == OUTCOMES[1]


def test_a_number_and_a_code_of_two_areas_give_nothing() -> None:
    """Where columns were swapped, no area is given the outcome of another."""
    made = _row("884", "02/12/24", "", "", _WORDS, "E06000020", header=f"{_HEADER},ltla23cd")
    assert _reasons(made) == ["its number and its code are of two areas"]


def test_words_that_state_no_outcome_are_kept() -> None:
    """They are kept as they stand, with nothing recognised, and reported."""
    made = _row("884", "02/12/24", "", "", "The area was graded a One.")
    (review,) = made.reviews
    assert review.outcome is not None
    assert str(review.outcome.wording) == "The area was graded a One."
    assert review.outcome.recognised is None
    assert "state none of the published outcomes" in _messages(made)[0]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "lacks the columns la_code"),
        (b"urn,la_code\n1,884\n", "lacks the columns inspection_start_date"),
        (f"{_HEADER},la_code\n".encode(), "has the columns la_code twice"),
        (_HEADER.encode("utf-16"), "is not UTF-8"),
        (f'{_HEADER}\n884,"open\n'.encode(), "is no table"),
        (f"{_HEADER}\n884,{'a' * 200_000}\n".encode(), "is no table"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(data: bytes, text: str) -> None:
    """It says what is wrong, and nothing of it is used."""
    made = _read(data)
    assert [diagnostic.severity for diagnostic in made.diagnostics] == ["error"]
    assert text in made.diagnostics[0].message
    assert made.reviews == ()


def test_a_file_that_is_too_large_is_not_read() -> None:
    """Its size is enough to refuse it."""
    made = READER.read(ReaderSource("table.csv", 50_000_001, BytesIO(b"")), Options())
    assert "50,000,000 bytes" in made.diagnostics[0].message
