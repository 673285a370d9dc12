"""What several tests of workbooks use."""

from pathlib import Path

import pytest

from tests.unit.workbook.plan import STARTER, copy_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small portfolio."""
    return copy_of(STARTER, tmp_path / "plan")
