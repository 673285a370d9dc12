"""Law: a workbook that nobody touched changes nothing, whatever the plan."""

import tempfile
from pathlib import Path

from hypothesis import given, settings

import sendframe
import sendframe.testing
from sendframe import api
from sendframe.model import Portfolio


@settings(max_examples=settings().max_examples // 25)  # each takes a second
@given(sendframe.testing.portfolios())
def test_export_and_read_changes_nothing(portfolio: Portfolio) -> None:
    """As a workbook and as CSV files: no change, nothing told, and every byte of the folder stays."""
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "plan"), Path(name, "out")
        sendframe.dump(portfolio, folder)
        before = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        (workbook,) = api.export_workbook(folder, out / "plan.xlsx")
        api.export_workbook(folder, out / "csv", format="csv")
        for path in (workbook, out / "csv"):
            result = api.read_workbook(path, folder)
            assert [str(each.location) for each in result.changes] == []
            assert [str(each) for each in result.diagnostics] == []
        after = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert after == before
