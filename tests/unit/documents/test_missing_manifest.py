"""A path that is no portfolio: the message names the mistake, and what to write."""

from pathlib import Path

import pytest

from sendframe.documents import load_folder, validate_path
from sendframe.errors import Diagnostic, InvalidDocument


def refused(path: Path) -> Diagnostic:
    """Return the only problem of a folder that cannot be loaded."""
    with pytest.raises(InvalidDocument) as caught:
        load_folder(path)
    (problem,) = caught.value.diagnostics
    return problem


def filled(folder: Path, *names: str) -> Path:
    """Return a folder with some files."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text("{}", encoding="utf-8")
    return folder


def test_a_folder_that_is_not_there_has_the_nearest_beside_it(tmp_path: Path) -> None:
    """A mistyped name is no folder without a manifest."""
    right = filled(tmp_path / "wyeford")
    problem = refused(tmp_path / "wyefrod")
    assert (problem.code, problem.suggestion) == ("SFR016", right.as_posix())
    assert problem.message == "there is no such folder"
    assert refused(tmp_path / "x" / "y").suggestion is None


def test_a_document_that_is_not_there_has_the_nearest_beside_it(tmp_path: Path) -> None:
    """It may be a folder: `validate` accepts both."""
    right = filled(tmp_path, "strategy.json") / "strategy.json"
    (problem,) = validate_path(tmp_path / "stategy.json")
    assert (problem.code, problem.suggestion) == ("SFR017", right.as_posix())
    assert problem.message == "the file cannot be read: there is no such file or folder"


@pytest.mark.parametrize("name", ["portfolio.json", "strategy.json"])
def test_a_file_of_a_portfolio_is_answered_with_its_folder(tmp_path: Path, name: str) -> None:
    """portfolio.json itself, or a document beside it."""
    file = filled(tmp_path, "portfolio.json", "strategy.json") / name
    problem = refused(file)
    assert problem.message == "this is a file, and a portfolio is given as its folder"
    assert (problem.code, problem.suggestion) == ("SFR016", tmp_path.as_posix())


def test_a_file_elsewhere_is_for_another_command(tmp_path: Path) -> None:
    """Nothing near it is a portfolio."""
    problem = refused(filled(tmp_path, "strategy.json") / "strategy.json")
    assert "`sendframe validate` takes a document" in problem.help
    assert problem.suggestion is None


HELP = {
    "loose files": (("b.json", "a.json"), "lists its JSON files (a.json, b.json) under"),
    "many files": (("a.json", "b.json", "c.json", "d.json"), "(a.json, b.json, c.json, ...)"),
    "other files": (("a.csv",), "Name the folder that contains it; `sendframe new` writes one"),
    "other name": (("Portfolio.json.txt", "a.json"), "Rename Portfolio.json.txt to portfolio.json"),
}


@pytest.mark.parametrize("name", HELP)
def test_a_folder_without_a_manifest_is_answered_with_what_is_in_it(
    tmp_path: Path, name: str
) -> None:
    """The help names files that could belong to a portfolio."""
    names, words = HELP[name]
    problem = refused(filled(tmp_path, *names))
    assert problem.message == "the folder has no portfolio.json, so it is not a portfolio"
    assert words in problem.help


def test_a_portfolio_above_or_below_is_named(tmp_path: Path) -> None:
    """One folder too high or too low is the usual mistake."""
    inner = filled(filled(tmp_path / "area") / "figures", "a.json")
    filled(tmp_path / "area", "portfolio.json")
    assert refused(inner).help == "Name the folder above it, which has one."
    assert refused(tmp_path).suggestion == (tmp_path / "area").as_posix()


def test_an_empty_folder_is_called_empty(tmp_path: Path) -> None:
    """There is nothing that could be listed."""
    assert refused(tmp_path).message.startswith("the folder is empty, or cannot be read")


def test_where_a_name_cannot_be_looked_up_reading_says_why(tmp_path: Path) -> None:
    """It is not reported as missing; a name that nothing can have is."""
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    problem = refused(tmp_path / "circle")
    assert problem.code == "SFR017"
    assert "no such" not in problem.message
    assert refused(tmp_path / "a\0b").message == "there is no such folder"
