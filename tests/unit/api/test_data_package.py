"""Figures as a data package: what is asked for, and where nothing is written."""

from pathlib import Path

import pytest

from sendframe.api import dump_package, load_package
from sendframe.errors import CannotWrite, InvalidValue
from sendframe.model import Observations


def test_a_package_goes_into_a_folder_that_is_new_or_empty(tmp_path: Path) -> None:
    """Files of others stay, and are replaced only where that is asked for."""
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CannotWrite, match="the folder is not empty"):
        dump_package(Observations(), tmp_path, id="p", title="P")
    assert len(dump_package(Observations(), str(tmp_path), id="p", title="P", overwrite=True)) == 3
    assert (tmp_path / "note.txt").read_text(encoding="utf-8") == "mine"
    assert load_package(str(tmp_path)) == Observations()


def test_anything_but_figures_and_an_id_is_refused(tmp_path: Path) -> None:
    """Nothing is written."""
    with pytest.raises(TypeError, match="dump_package\\(\\) writes Observations, not list"):
        dump_package([], tmp_path / "no", id="p", title="P")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(InvalidValue, match="ObservationSet/id"):
        dump_package(Observations(), tmp_path / "no", id="no id", title="P")
    assert not (tmp_path / "no").exists()
