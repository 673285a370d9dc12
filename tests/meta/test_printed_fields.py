"""The headings of a workbook say which reports print a field: as the fictional example shows."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_list_of_printed_fields_is_up_to_date() -> None:
    """It is what the reports of the example print, which uses every field."""
    spec = importlib.util.spec_from_file_location("w", ROOT / "docs" / "generate_workbook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (ROOT / "src/sendframe/api/printed-fields.json").read_text(encoding="utf-8")
    assert module.printed_fields() == written
