"""The short way from a folder to reports."""

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

import sendframe
from sendframe.api import disclosed_evaluation, figures_for, report_folder
from sendframe.errors import CannotWrite, InvalidDocument, MissingDate, UnknownName
from sendframe.model import EvidenceRegister, Portfolio, RuleChoice, Strategy
from sendframe.plugins import Catalogue
from tests.unit.conftest import EXAMPLES, rate, seen, small, text
from tests.unit.plugins.fake import install


def test_one_document_and_a_folder_are_loaded() -> None:
    """A file gives its document, a folder its portfolio."""
    assert isinstance(sendframe.load(EXAMPLES / "wyeford" / "strategy.json"), Strategy)
    assert isinstance(sendframe.load(EXAMPLES / "wyeford"), Portfolio)


@pytest.mark.parametrize("example", ["herefordshire", "wyeford"])
def test_the_examples_are_valid(example: str) -> None:
    """Nothing is wrong with either example."""
    assert sendframe.validate(EXAMPLES / example) == ()


def test_loading_what_is_wrong_reports_every_problem(tmp_path: Path) -> None:
    """The exception holds every diagnostic, and its text names the first places."""
    path = tmp_path / "evidence.json"
    path.write_bytes(sendframe.dump(EvidenceRegister(id="e", title=text("E"))))
    path.write_text(path.read_text().replace('"id": "e"', '"id": "e f", "x": 1'), encoding="utf-8")
    with pytest.raises(InvalidDocument) as caught:
        sendframe.load(path)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["SFR105", "SFR103"]
    assert "2 problems" in str(caught.value)


def test_what_is_dumped_is_loaded_again(tmp_path: Path) -> None:
    """Dumping writes a file that loads to an equal document."""
    document = sendframe.load(EXAMPLES / "wyeford" / "strategy.json")
    path = tmp_path / "copy.json"
    assert sendframe.dump(document, path) == path.read_bytes()
    assert sendframe.load(path) == document


def test_a_portfolio_is_dumped_into_an_empty_folder(tmp_path: Path) -> None:
    """What is loaded from the folder is equal, and a folder with files is written to when asked."""
    portfolio = small(rate(), seen(2024, 1, 2))
    names = sorted(path.name for path in sendframe.dump(portfolio, tmp_path / "area"))
    assert names == ["figures.json", "indicators.json", "portfolio.json"]
    loaded = sendframe.load(tmp_path / "area")
    assert isinstance(loaded, Portfolio)
    assert loaded == portfolio
    (tmp_path / "area" / "figures.json").write_text("ours", encoding="utf-8")
    with pytest.raises(CannotWrite, match="not empty"):
        sendframe.dump(portfolio, tmp_path / "area")
    assert (tmp_path / "area" / "figures.json").read_text(encoding="utf-8") == "ours"
    sendframe.dump(portfolio, tmp_path / "area", overwrite=True)
    assert sendframe.load(tmp_path / "area") == loaded


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("strategy.json",), "dump.. accepts a document or a portfolio, not str"),
        ((None,), "dump.. accepts a document or a portfolio, not NoneType"),
        ((rate(),), "dump.. accepts a document or a portfolio, not Indicator"),
        ((EvidenceRegister(id="e", title=text("E")), 3), "writes to a path, .* not int"),
        ((small(rate()),), "needs the folder to write a portfolio to"),
    ],
)
def test_dumping_anything_else_is_a_type_error(arguments: tuple[Any, ...], message: str) -> None:
    """A wrong argument stops a loop with an error that states what is accepted."""
    with pytest.raises(TypeError, match=message):
        list(map(sendframe.dump, *([argument] for argument in arguments)))


def test_what_is_made_in_python_is_validated_before_it_is_used(tmp_path: Path) -> None:
    """A portfolio with problems is neither evaluated nor reported, and nothing is written."""
    portfolio = small(rate(), rules=(RuleChoice(indicator="rte", rule="rank"),))
    changed = attrs.evolve(portfolio, documents=portfolio.documents[:1])
    for use in (
        sendframe.evaluate,
        lambda given: sendframe.report(given, tmp_path / "out"),
        lambda given: sendframe.dump(given, tmp_path / "out"),
        lambda given: disclosed_evaluation(given, figures_for(given)),
    ):
        with pytest.raises(InvalidDocument) as caught:
            use(portfolio)
        (found,) = caught.value.diagnostics
        assert (found.code, str(found.location.file)) == ("SFR201", "portfolio.json")
        assert found.location.pointer == "/rules/0/indicator"
        with pytest.raises(InvalidDocument) as caught:
            use(changed)
        assert [each.code for each in caught.value.diagnostics] == ["SFR017"]
    assert not (tmp_path / "out").exists()


def test_a_date_is_needed() -> None:
    """Without a date in the call or the portfolio nothing is evaluated."""
    portfolio = small(rate(), seen(2024, 1, 2), as_at=None)
    with pytest.raises(MissingDate, match="as_at"):
        sendframe.evaluate(portfolio)
    assert sendframe.evaluate(portfolio, as_at=date(2026, 1, 1)).as_at == date(2026, 1, 1)


def test_other_figures_may_be_given() -> None:
    """The figures given count in place of the portfolio's own."""
    portfolio, other = small(rate(), seen(2024, 1, 2)), small(rate(), seen(2024, 2, 2))
    result = sendframe.evaluate(portfolio, other.observations, catalogue=Catalogue.empty())
    assert result.indicators[0].points[0].value == 100


@pytest.mark.parametrize(
    ("choice", "kind"),
    [({"profiles": ["bord"]}, "profile"), ({"formats": ["htm"]}, "format")],
)
def test_unknown_names_are_refused_before_anything_is_written(
    tmp_path: Path, choice: dict[str, list[str]], kind: str
) -> None:
    """An unknown profile or format is named with those there are, and nothing is written."""
    out = tmp_path / "out"
    with pytest.raises(UnknownName) as caught:
        report_folder(EXAMPLES / "wyeford", out, **choice)
    assert caught.value.kind == kind
    assert not out.exists()


def test_an_unknown_policy_is_refused() -> None:
    """A portfolio that names no known disclosure policy gets no report."""
    portfolio = small(rate(), disclosure_policy="open")
    with pytest.raises(UnknownName, match="disclosure policy"):
        sendframe.report(portfolio, "nowhere")


def test_a_renderer_that_fails_leaves_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files of a failing renderer are missing, the failure is reported, the rest is written."""
    source = """
        from sendframe.plugins import RenderedFile, Renderer, hookimpl

        def render(model, options):
            raise ValueError("Ann, aged 9")

        @hookimpl.renderers
        def renderers():
            return [
                Renderer("kent.bad", "Bad", "Fails.", render),
                Renderer("kent.worse", "Worse", "Gives no file.", lambda model, options: ["x"]),
                Renderer("kent.none", "None", "Gives nothing.", lambda model, options: ()),
                Renderer("kent.no", "No", "Gives None.", lambda model, options: None),
            ]
    """
    points = "[sendframe.renderers]\nkent = sendframe_kent_renderer\n"
    install(tmp_path / "site", "sendframe-kent", "sendframe_kent_renderer", source, points)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    own = Catalogue.discover(third_party=False)
    theirs = Catalogue.discover([str(tmp_path / "site")])
    portfolio = small(rate(), seen(2024, 1, 2), plugins=("kent",))
    made = sendframe.report(
        portfolio,
        tmp_path / "out",
        profiles=["board"],
        formats=["html", "kent.bad", "kent.worse", "kent.none", "kent.no"],
        catalogue=Catalogue((*own.plugins, *theirs.plugins)),
    )
    assert [file.name for file in made.files] == ["board.html", "shown.json"]
    assert [(failure.contribution, failure.error_type) for failure in made.failures] == [
        ("kent.bad", "ValueError"),
        ("kent.worse", "it returns something else than RenderedFiles whose data are bytes"),
        ("kent.none", "it returns no file"),
        ("kent.no", "it returns something else than a tuple of RenderedFiles"),
    ]


def test_the_root_offers_its_names() -> None:
    """Every public name of the root is there, and no other."""
    for name in sendframe.__all__:
        assert getattr(sendframe, name) is not None
    assert set(sendframe.__all__) <= set(dir(sendframe))
    with pytest.raises(AttributeError, match="nothing_like_it"):
        sendframe.nothing_like_it  # noqa: B018  # asking is the test
