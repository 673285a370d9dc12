"""Run the notebook of the tutorial and write what its cells show: `python docs/run_notebook.py`.

A cell shows what it prints and the value of its last expression, as in Jupyter, which is not needed
here. A test fails where the notebook shows something else than it would now.
"""
# ruff: noqa: INP001  # a script

import ast
import contextlib
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).parent / "tutorial" / "a-portfolio-in-a-notebook.ipynb"


def shown(value: object) -> dict[str, list[str]]:
    """Return what a notebook shows of a value: its text, and its page or drawing where it has one."""
    data = {"text/plain": repr(value)}
    if hasattr(value, "_repr_html_"):
        data["text/html"] = value._repr_html_()
    return {kind: text.splitlines(keepends=True) for kind, text in sorted(data.items())}


def run_cell(source: str, space: dict[str, Any]) -> tuple[str, object]:
    """Run a cell; return what it printed, and the value of its last expression or None."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, "cell", "exec"), space)  # noqa: S102  # it runs our own notebook
        expression = compile(ast.Expression(last.value), "cell", "eval") if last else None
        value = eval(expression, space) if expression else None  # noqa: S307  # the same
    return printed.getvalue(), value


def outputs(printed: str, value: object, number: int) -> list[dict[str, Any]]:
    """Return the outputs of a cell as the notebook's format has them."""
    made: list[dict[str, Any]] = []
    if printed:
        text = printed.splitlines(keepends=True)
        made.append({"name": "stdout", "output_type": "stream", "text": text})
    if value is not None:
        result = {"data": shown(value), "execution_count": number, "metadata": {}}
        made.append(result | {"output_type": "execute_result"})
    return made


def run(text: str) -> str:
    """Return a notebook, as JSON, with the outputs that its cells have now."""
    notebook = json.loads(text)
    space: dict[str, Any] = {"__name__": "__main__"}
    number = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            number += 1
            printed, value = run_cell("".join(cell["source"]), space)
            cell |= {"execution_count": number, "outputs": outputs(printed, value, number)}
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def executed() -> str:
    """Return the notebook as it should be; its paths are relative to its own folder."""
    before = Path.cwd()
    os.chdir(NOTEBOOK.parent)
    try:
        return run(NOTEBOOK.read_text("utf-8"))
    finally:
        os.chdir(before)


def main() -> int:
    """Write the notebook if it is out of date, and print its name."""
    text = executed()
    if NOTEBOOK.read_text("utf-8") != text:
        NOTEBOOK.write_text(text, "utf-8", newline="\n")
        sys.stdout.write(f"wrote {NOTEBOOK.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
