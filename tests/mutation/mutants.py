"""Mutants: copies of a module in which one operator, constant or condition is another."""

import re
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import parso
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.plugins import get_operator

__all__ = ["Mutant", "Place", "mutant_at", "places_of"]

COMPARISONS = {"Lt": "LtE", "LtE": "Lt", "Gt": "GtE", "GtE": "Gt", "Eq": "NotEq", "Is": "IsNot"}
COMPARISONS |= {"NotEq": "Eq", "IsNot": "Is"}
ARITHMETIC = {"Add": "Sub", "Sub": "Add", "Mul": "Div", "Div": "Mul", "FloorDiv": "Mul"}
NAMES = (
    *(f"core/ReplaceComparisonOperator_{old}_{new}" for old, new in COMPARISONS.items()),
    *(f"core/ReplaceBinaryOperator_{old}_{new}" for old, new in ARITHMETIC.items()),
    "core/NumberReplacer",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/ReplaceUnaryOperator_Delete_USub",
    "core/ReplaceBreakWithContinue",
    "core/ReplaceContinueWithBreak",
)


FLAG = re.compile(r"\b(?:cache_hash|hash|repr|slots|strict)=$")
"""Before an argument that changes no result: how a class is kept and printed, and whether lists are
equally long, which they are."""

STAR = re.compile(r"[(,]\s*$|^\s*$")
"""Before a star that is no operator: arguments behind it have to be named, or are taken apart."""


class DropCondition(Operator):  # type: ignore[misc]  # cosmic-ray has no types
    """Let a condition always hold: of `if`, of a conditional expression or of a comprehension."""

    @staticmethod
    def place(node: Any) -> int | None:
        """Return where among the children of a node its condition stands; None without one."""
        places = {"if_stmt": 1, "comp_if": 1, "test": 2}  # parso's names
        return places.get(node.type)

    def mutation_positions(self, node: Any) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Yield where a condition begins and ends."""
        place = self.place(node)
        if place is not None:
            yield node.children[place].start_pos, node.children[place].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Replace the condition."""
        place = self.place(node)
        assert place is not None
        assert index == 0
        node.children[place] = parso.parse("True").children[0]
        node.children[place].prefix = " "
        return node

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """Return an example."""
        return (Example("1 if x else 2", "1 if True else 2"),)


@attrs.frozen
class Mutant:
    """A module that differs in one place.

    Attributes:
        file: The module's path below the project.
        line: Where it differs, from 1.
        before: That line, without the space around it.
        after: What became of it.
        source: The text of the mutant.
    """

    file: str
    line: int
    before: str
    after: str
    source: str


@attrs.frozen
class Place:
    """What may be changed in a module.

    Attributes:
        path: The module.
        operator: What changes it.
        number: Which of the places in the module that it could change, from 0.
    """

    path: Path
    operator: Operator
    number: int


def places_of(path: Path) -> Iterator[Place]:
    """Yield all that may be changed in a module, operator by operator."""
    source = path.read_text("utf-8")
    lines, nodes = source.splitlines(), list(ast_nodes(get_ast(source)))
    for name in (*NAMES, ""):
        operator = get_operator(name)() if name else DropCondition()
        ignored = STAR if "_Mul_" in name else FLAG
        found = [position for node in nodes for position in operator.mutation_positions(node)]
        for number, ((line, column), _) in enumerate(found):
            if not ignored.search(lines[line - 1][:column]):
                yield Place(path, operator, number)


def mutant_at(place: Place, root: Path) -> Mutant | None:
    """Return a mutant of a module; None if it is no Python, or no other than the module."""
    source = place.path.read_text("utf-8")
    made = mutate_code(source, place.operator, place.number)
    if made is None or not compiles(made):
        return None
    pairs = zip(source.splitlines(), made.splitlines(), strict=False)
    different = [(at, *pair) for at, pair in enumerate(pairs, 1) if len({*pair}) > 1]
    if not different:
        return None
    line, before, after = different[0]
    file = place.path.relative_to(root).as_posix()
    return Mutant(file, line, before.strip(), after.strip(), made)


def compiles(source: str) -> bool:
    """Say whether Python takes a module."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        try:
            compile(source, "mutant", "exec")
        except SyntaxError:
            return False
    return True
