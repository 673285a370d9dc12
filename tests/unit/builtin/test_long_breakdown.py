"""A breakdown of very many parts is cut in the annex, and that is printed."""

import json

from sendframe import make_reports
from sendframe.builtin.section_indicators import MOST_PARTS
from sendframe.model import CalendarYear, FrozenMap, Observation
from sendframe.plugins import Catalogue
from tests.unit.conftest import AREA, rate, small


def printed(parts: int) -> str:
    """Return the annex, as JSON, of an area with a breakdown."""
    plans = rate("neutral", unit="count", factor=None, unit_text=None, counts_of="things")
    dimensions = [FrozenMap(), *(FrozenMap({"part": f"p{number:04}"}) for number in range(parts))]
    rows = (
        Observation(
            indicator=plans.id,
            area=AREA,
            period=CalendarYear(year=2024),
            value=7.0,
            dimensions=each,
        )
        for each in dimensions
    )
    catalogue = Catalogue.discover(third_party=False)
    (report,) = make_reports(small(plans, *rows), ["annex"], catalogue=catalogue)
    (data,) = report.files("json").values()
    return json.dumps(json.loads(data))


def test_the_first_parts_are_printed_and_the_rest_counted() -> None:
    """As many as are printed are printed without a remark; of one more the first are."""
    all_parts, cut = printed(MOST_PARTS), printed(MOST_PARTS + 1)
    last = f"/part/p{MOST_PARTS - 1:04}/"
    assert last in all_parts
    assert "These are the first" not in all_parts
    assert f"These are the first {MOST_PARTS} of {MOST_PARTS + 1} parts." in cut
    assert last in cut
    assert f"/part/p{MOST_PARTS:04}/" not in cut
