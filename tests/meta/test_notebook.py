"""The notebook of the tutorial shows what its cells show now, and nobody's words."""

import json
import runpy
from pathlib import Path

RUNNER = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "run_notebook.py"))


def test_the_notebook_shows_what_it_would_now() -> None:
    """Each output is the one that the cell has when the notebook is run from the top."""
    text = RUNNER["NOTEBOOK"].read_text("utf-8")
    assert RUNNER["executed"]() == text, "run `python docs/run_notebook.py`"
    kinds = [
        kind
        for cell in json.loads(text)["cells"]
        for output in cell.get("outputs", ())
        for kind in output.get("data", {"stream": ""})
    ]
    assert kinds.count("text/html") == 2
    assert "stream" in kinds


def test_a_cell_shows_its_last_expression_and_what_it_prints() -> None:
    """As in Jupyter: a statement at the end, or None, shows nothing."""
    run = RUNNER["run_cell"]
    space: dict[str, object] = {}
    assert run("a = 2\nprint(a)\na + 1", space) == ("2\n", 3)
    assert run("b = a", space) == ("", None)
    assert run("", space) == ("", None)
    assert RUNNER["outputs"]("", None, 1) == []
