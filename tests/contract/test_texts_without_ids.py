"""What people read names things by their titles: no id of a document stands in a report."""

import re

import pytest

from sendframe import load, make_reports
from sendframe.model import Portfolio
from sendframe.reports import ReportModel
from sendframe.reports._context import values_in
from tests.contract.example_pages import EXAMPLES, REPORTS
from tests.unit.reports.walking import texts

_WORD = re.compile(r"\w(?:[\w./-]*\w)?")


def ids_of(portfolio: Portfolio) -> set[str]:
    """Return the ids of a portfolio that are no words: those with a hyphen or an underscore."""
    documents = (portfolio.manifest, *portfolio.documents)
    ids = {getattr(value, "id", None) or "" for item in documents for value in values_in(item)}
    return {id_ for id_ in ids if "-" in id_ or "_" in id_}


def ids_in(model: ReportModel, ids: set[str]) -> list[str]:
    """Return the texts of a report in which one of some ids stands as a word, or a part of a path."""
    around = (model.title, model.subtitle, model.notice, model.handling_mark, *model.draft)
    return [
        text
        for text in (*around, *texts(model.sections))
        if any(ids.intersection((word, *word.split("/"))) for word in _WORD.findall(text))
    ]


@pytest.mark.parametrize("example", REPORTS)
def test_no_report_prints_an_id_of_a_document(example: str) -> None:
    """In none of the reports of an example is a word an id that its authors gave."""
    portfolio = load(EXAMPLES / example)
    ids = ids_of(portfolio)
    assert len(ids) > 50
    models = [made.model for made in make_reports(portfolio, REPORTS[example])]
    assert {model.profile: found for model in models if (found := ids_in(model, ids))} == {}
    words = {word for model in models for text in texts(model) for word in text.split()}
    long = next(word for word in sorted(words) if word.isalpha() and len(word) > 9)
    assert any(ids_in(model, {long}) for model in models)
