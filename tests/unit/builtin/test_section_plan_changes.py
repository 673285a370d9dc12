"""What a report says of a plan and the one it supersedes."""

from sendframe.model import (
    FrozenMap,
    Measure,
    Rationale,
    Relation,
    Text,
    Variant,
)
from tests.unit.conftest import text
from tests.unit.reports.small_report import of, plan, report
from tests.unit.reports.two_editions import (
    EVIDENCE,
)
from tests.unit.reports.walking import said, section


def test_a_plan_is_set_beside_the_one_it_supersedes() -> None:
    """What a plan says otherwise than the one before stands in words; other relations tell nothing."""
    old = plan("old", measures=(Measure(id="m", statement=text("More plans on time.")),))
    new = plan(
        "new",
        relations=(
            Relation(kind="supersedes", strategy="old"),
            Relation(kind="supersedes", title="A paper of 2010"),
            Relation(kind="delivers", strategy="old"),
        ),
        vision=Text(
            default="We listen.", variants=FrozenMap({"friendly": Variant(text="We hear you.")})
        ),
    )
    model = report(of(old, new), "plan-changes")
    (part,) = section(model, "plan-changes").sections
    assert part.title == "The new, after The old"
    lines = said(part)
    assert "Other words for ‘vision’: new is ‘We listen.’" in lines
    assert "Gone: the measure ‘More plans on time.’." in lines
    assert "We hear you" not in lines
    assert report(of(old), "plan-changes").sections == ()


def test_a_plan_that_cites_what_is_not_published_leaves_no_trace() -> None:
    """Public reports tell which evidence a plan newly rests on, but for what they do not hold."""
    reason = Rationale(statement=text("Families wait."))
    relation = Relation(kind="supersedes", strategy="old")
    cites = reason.changed(evidence=("survey", "secret"))
    old = plan("old", rationale=(reason,))
    new = plan("new", rationale=(cites,), relations=(relation,))
    model = report(of(old, new, EVIDENCE), "plan-changes", public=True)
    lines = said(section(model, "plan-changes"))
    assert "New evidence: ‘" in lines
    assert "secret" not in lines
