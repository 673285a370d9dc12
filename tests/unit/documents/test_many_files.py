"""Documents that are loaded together, though no portfolio names them."""

import json
import shutil
from pathlib import Path

import pytest

from sendframe.documents import load_documents
from sendframe.errors import Diagnostic, InvalidDocument
from sendframe.model import ActionRegister, IndicatorSet, ObservationSet
from tests.unit.conftest import EXAMPLES
from tests.unit.documents.raw_folder import actions, document

WYEFORD = EXAMPLES / "wyeford"
FIGURES = WYEFORD / "observations.json"
INDICATORS = (WYEFORD / "indicators.json", WYEFORD / "indicators-local.json")


def put(path: Path, raw: object) -> Path:
    """Write a document, and return its path."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def refused(*paths: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong with some documents."""
    with pytest.raises(InvalidDocument) as caught:
        load_documents(paths)
    return caught.value.diagnostics


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str | None]]:
    """Return code and file of each diagnostic."""
    return [(diagnostic.code, diagnostic.location.file) for diagnostic in diagnostics]


def test_figures_come_with_the_table_beside_them() -> None:
    """Documents keep the order they are named in, and figures say which file they are from."""
    documents, figures = load_documents([FIGURES, *INDICATORS])
    assert [type(each) for each in documents] == [ObservationSet, IndicatorSet, IndicatorSet]
    assert set(figures.origin_file.values) == {"observations.json", "local-figures.csv"}
    assert len(figures) > len(documents[0].observations) > 0


def test_a_document_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    """Under whichever names it is given, its ids are no duplicates of themselves."""
    path = put(tmp_path / "actions.json", actions("one"))
    link = tmp_path / "link.json"
    link.symlink_to(path)
    (register,), figures = load_documents([path, tmp_path / "." / "actions.json", link])
    assert isinstance(register, ActionRegister)
    assert len(figures) == 0


def test_documents_of_several_folders_are_one_set(tmp_path: Path) -> None:
    """An id in two of them is a duplicate, and each file has its name below the common folder."""
    one = put(tmp_path / "kent" / "actions.json", actions("one"))
    other = put(tmp_path / "surrey" / "actions.json", actions("one", id_="other"))
    (duplicate,) = refused(one, other)
    shown = tmp_path.resolve().as_posix()
    assert places((duplicate,)) == [("SFR202", f"{shown}/surrey/actions.json")]
    assert duplicate.related[0].location.file == f"{shown}/kent/actions.json"


def test_a_reference_that_leads_out_of_them_is_dangling() -> None:
    """Figures without their indicators are refused, each figure with its line."""
    problems = refused(FIGURES)
    assert {problem.code for problem in problems} == {"SFR201"}
    assert all(problem.location.line for problem in problems)


def test_references_into_a_file_that_cannot_be_read_are_not_reported(tmp_path: Path) -> None:
    """Nobody knows what is in it, so that it is the one problem."""
    figures = tmp_path / "observations.json"
    for file in (FIGURES, WYEFORD / "local-figures.csv"):
        shutil.copy(file, tmp_path)
    assert places(refused(figures, tmp_path / "indicators.json")) == [
        ("SFR017", f"{tmp_path.resolve().as_posix()}/indicators.json"),
    ]


def test_names_are_relative_to_the_folder_people_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file below it is reported by the name that they gave, any other by its whole path."""
    put(tmp_path / "kent" / "actions.json", document("action-register", "no id"))
    for folder, shown in (
        (Path("/"), (tmp_path.resolve() / "kent" / "actions.json").as_posix()[1:]),
        (tmp_path, "kent/actions.json"),
        (tmp_path / "kent", "actions.json"),
        (EXAMPLES, (tmp_path.resolve() / "kent" / "actions.json").as_posix()),
    ):
        monkeypatch.chdir(folder)
        (problem,) = refused(tmp_path / "kent" / "actions.json")
        assert (problem.code, problem.location.file) == ("SFR105", shown)


def test_documents_with_nothing_in_common_are_named_by_their_whole_path(tmp_path: Path) -> None:
    """Where only the root is above all of them, a name begins with one slash."""
    one = put(tmp_path / "actions.json", document("action-register", "no id"))
    (problem, other) = refused(one, Path("/no-such-folder/b.json"))
    assert other.location.file == one.resolve().as_posix()
    assert problem.location.file == "/no-such-folder/b.json"


def test_a_manifest_is_refused() -> None:
    """It is more than one document, so that its folder is to be named instead."""
    (problem,) = [each for each in refused(WYEFORD / "portfolio.json") if each.code == "SFR013"]
    assert problem.message == "a portfolio is more than one document"
    assert problem.help == "Name its folder, and nothing else."
