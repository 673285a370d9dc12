"""What a plan says, statement by statement."""

from sendframe.model import Commitment, GlossaryTerm, Priority, Text
from sendframe.reports import plan_statements
from tests.unit.conftest import text
from tests.unit.reports.board_context import context, plan


def test_each_statement_has_its_label_and_stands_once() -> None:
    """In the order of the plan; words of the plan itself are quoted, and a term is its own label."""
    commitment = Commitment(id="c", statement=text("We will hire."), what_we_want=text("Time."))
    priority = Priority(
        id="p", order=1, title=text("Help"), statement=text("Help"), commitments=(commitment,)
    )
    strategy = plan(
        vision=Text(default="All are known.", wording="verbatim"),
        priorities=(priority,),
        glossary=(GlossaryTerm(id="send", term="SEND", meaning=text("Needs.")),),
    )
    sentences = list(plan_statements(context(strategy), strategy))
    assert [(item.label, item.text, item.quoted) for item in sentences] == [
        ("Vision:", "All are known.", True),
        ("Priority:", "Help", False),
        ("Promised:", "We will hire.", False),
        ("Wanted:", "Time.", False),
        ("SEND:", "Needs.", False),
    ]
