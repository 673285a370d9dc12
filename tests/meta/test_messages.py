"""The catalogue of messages: current, and complete for every report of both examples."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """Return the script that writes the template."""
    spec = importlib.util.spec_from_file_location("m", ROOT / "docs" / "generate_messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def template(generator: ModuleType) -> bytes:
    """Return the template of all messages."""
    made: bytes = generator.template()
    return made


def test_the_committed_template_is_that_of_the_sources(
    template: bytes, generator: ModuleType
) -> None:
    """Messages and template cannot drift: python docs/generate_messages.py writes it anew."""
    assert generator.TEMPLATE.read_bytes() == template
