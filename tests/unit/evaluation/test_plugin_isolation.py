"""A plug-in that fails: what is kept of its error, and what is only printed."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from sendframe.checks import Check, CheckContext
from sendframe.errors import Diagnostic
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.evaluation._plugin_isolation import error_origin
from sendframe.model import Evaluation
from tests.evaluating import evaluate
from tests.unit.conftest import rate, small

MESSAGE = "no review for Ann, aged 9"


def failing(_: CheckContext) -> Iterator[Diagnostic]:
    """Print and raise what a careless check might."""
    print(MESSAGE)
    raise KeyError(MESSAGE)


def evaluated(
    *, debug: bool = False, run: Callable[[CheckContext], Iterator[Diagnostic]] = failing
) -> Evaluation:
    """Return the evaluation of a small portfolio with a check that fails."""
    check = Check("kent.late", "Late", "A manual.", run)
    known = NoCatalogue(checks={"kent.late": Provided(check, "kent", "sendframe-kent", "1.2.0")})
    return evaluate(small(rate()), as_at=date(2026, 1, 31), catalogue=known, debug=debug)


def test_the_message_of_an_error_is_not_kept(capsys: pytest.CaptureFixture[str]) -> None:
    """It may contain a child's name: the evaluation has the type and the line, and all is quiet."""
    found = evaluated(debug=False)
    (failure,) = found.failures
    assert (failure.contribution, failure.error_type) == ("kent.late", "KeyError")
    assert "Ann" not in repr(found)
    assert capsys.readouterr() == ("", "")


def test_debugging_prints_the_error_and_keeps_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    """Its author sees the traceback on standard error; the evaluation is the same without it."""
    found = evaluated(debug=True)
    assert found == evaluated(debug=False)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Traceback (most recent call last):\n")
    assert "in failing\n" in err
    assert err.endswith(f"KeyError: '{MESSAGE}'\n")


class Odd(BaseException):
    """What is no `Exception`, so that nobody catches it by accident."""


def raising(error: BaseException) -> Callable[[CheckContext], Iterator[Diagnostic]]:
    """Return what raises an error."""

    def run(_: CheckContext) -> Iterator[Diagnostic]:
        raise error

    return run


@pytest.mark.parametrize("kind", [Odd, GeneratorExit, SystemExit, MemoryError])
def test_whatever_a_plug_in_raises_is_its_own_failure(kind: type[BaseException]) -> None:
    """Nothing that it raises ends the evaluation."""
    (failure,) = evaluated(run=raising(kind(MESSAGE))).failures
    assert failure.error_type == kind.__name__


def test_the_user_can_interrupt_a_plug_in() -> None:
    """An interrupt of the keyboard ends the evaluation."""
    with pytest.raises(KeyboardInterrupt):
        evaluated(run=raising(KeyboardInterrupt()))


@pytest.mark.parametrize(
    ("path", "module", "shown"),
    [
        ("/srv/acme/src/acme/rules/near.py", "acme.rules.near", "acme/rules/near.py:2"),
        ("/srv/plugins/acme.py", "acme", "acme.py:2"),
        ("/srv/ann/near.py", "acme", None),
    ],
)
def test_the_origin_of_an_error_begins_with_the_package(
    path: str, module: str, shown: str | None
) -> None:
    """Folders above the innermost of its name are not shown: they may contain a person's name."""
    with pytest.raises(ZeroDivisionError) as caught:
        exec(compile("\n1 / 0", path, "exec"))  # a module in a folder of this name
    assert error_origin(caught.value, module) == shown
