"""What every contribution of a plug-in has in common: its options and its worked examples."""

from typing import Any, TypeVar, final

import attrs

__all__ = ["Example", "NoOptions", "chosen_options"]

T = TypeVar("T")  # a class of options


@attrs.frozen
class NoOptions:
    """The options of a contribution that has none.

    Hooks: every one.
    """


@final
@attrs.frozen
class Example:
    """A worked example of a contribution: one call, and what it gives.

    It stands beside the manual, and `sendframe.testing.conformance` runs it.

    Attributes:
        title: What it shows, as one short sentence.
        given: The arguments of the call.
        gives: What it returns, compared with ``==``; a tuple of what a check or a renderer yields.

    Hooks: every one.
    """

    title: str
    given: tuple[Any, ...]
    gives: Any


def chosen_options(given: object, wanted: type[T], contribution: str) -> T:
    """Return options as the class a contribution declared.

    Args:
        given: The options.
        wanted: The class.
        contribution: Id of the contribution, for the message.

    Raises:
        TypeError: It declared another class.

    Examples:
        >>> chosen_options(NoOptions(), NoOptions, "kent.close")
        NoOptions()
    """
    if not isinstance(given, wanted):
        message = f"the options of {contribution} are not {wanted.__name__}"
        raise TypeError(message)
    return given
