"""Options and worked examples, which every contribution of a plug-in has."""

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
    """A worked example of a contribution: one call and its result.

    It is printed with the manual, and `sendframe.testing.conformance` runs it.

    Attributes:
        title: What it shows, as one short sentence.
        given: The arguments of the call.
        gives: The result, compared with ``==``; for a check or a renderer a tuple of its results.

    Hooks: every one.
    """

    title: str
    given: tuple[Any, ...]
    gives: Any


def chosen_options(given: object, wanted: type[T], contribution: str) -> T:
    """Return options as the class that a contribution declared.

    Args:
        given: The options.
        wanted: The class.
        contribution: Id of the contribution, for the message.

    Raises:
        TypeError: The options are of another class.

    Examples:
        >>> chosen_options(NoOptions(), NoOptions, "kent.close")
        NoOptions()
    """
    if not isinstance(given, wanted):
        message = f"the options of {contribution} are not {wanted.__name__}"
        raise TypeError(message)
    return given
