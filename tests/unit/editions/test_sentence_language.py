"""What changed is worded in the language of a report."""

from datetime import date

from sendframe.editions import diff_documents, sentence
from sendframe.language import in_language, read_catalogue
from sendframe.model import Day
from tests.catalogues import compiled
from tests.unit.editions.small_documents import action, actions, edition, judged, only

POLISH = read_catalogue(
    "pl",
    compiled(
        {
            "action": "działanie",
            "The {thing} slipped from {before} to {after}.": (
                "Przesunięto: {thing}, z {before} na {after}."
            ),
            "No reason is given.": "Nie podano powodu.",
            "The judgement of ‘{title}’ changed from ‘{before}’ to ‘{after}’.": (
                "Zmieniono ocenę ‘{title}’: z ‘{before}’ na ‘{after}’."
            ),
        }
    ),
)


def test_a_date_that_moved_is_told_in_the_language() -> None:
    """Things are named, and the missing reason too; words of authors stay as they are."""
    old = actions(action(due=Day(on=date(2026, 3, 1))))
    new = actions(action(due=Day(on=date(2026, 4, 1))))
    found = only(diff_documents(old, new))
    with in_language(POLISH):
        assert sentence(found) == (
            "Przesunięto: działanie ‘Open clubs’, z 1 March 2026 na 1 April 2026. "
            "Nie podano powodu."
        )


def test_a_judgement_that_changed_is_told_in_the_language() -> None:
    """The order of the words is that of the language."""
    found = only(
        diff_documents(edition("a", judged("a", "low")), edition("b", judged("b", "high")))
    )
    with in_language(POLISH):
        assert sentence(found) == ("Zmieniono ocenę ‘q1’: z ‘low’ na ‘high’. Nie podano powodu.")
