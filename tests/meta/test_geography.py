"""The packaged areas are those that the published files give."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PACKAGED = ROOT / "src" / "sendframe_data"


def script() -> ModuleType:
    """Return the script that makes them, as a module."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "geography" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE: dict[str, bytes] = script().documents()


@pytest.mark.parametrize("name", sorted(MADE))
def test_what_is_packaged_is_what_the_script_makes(name: str) -> None:
    """Otherwise: python geography/generate.py."""
    assert (PACKAGED / name).read_bytes() == MADE[name]
