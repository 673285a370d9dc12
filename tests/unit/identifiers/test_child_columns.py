"""A list of children is known by the names of its columns."""

import pytest

from sendframe.identifiers import child_columns


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (["UPN", "Forename", "Surname", "DOB"], ("UPN", "Forename", "Surname", "DOB")),
        (["Child Unique ID", "Gender", "Date of Birth"], ("Child Unique ID", "Date of Birth")),
        (["person_id", "upn", "request_date"], ("person_id", "upn")),
        (["upn;surname;value"], ("upn", "surname")),
        (["UPN", "UPN"], ("UPN",)),
        (["indicator", "area", "period", "value", "dimension.need"], ()),
        (["time_period", "new_la_code", "la_name", "num_caseload", "pc_caseload"], ()),
        ([], ()),
    ],
)
def test_columns_about_one_child_are_named(header: list[str], found: tuple[str, ...]) -> None:
    """Of returns, Annex A and exports, however they are written; published tables have none."""
    assert child_columns(header) == found
