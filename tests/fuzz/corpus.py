"""What fuzzing begins with: documents of the examples made small, and a small sound folder."""

import json
from pathlib import Path
from typing import Any

import sendframe
from sendframe.api._portfolio_starter import starter_files
from sendframe.documents import plain_data
from sendframe.model import Portfolio
from sendframe.validation import schema_id
from tests.fuzz.target import DIVIDER

__all__ = ["seeds"]

ROOT = Path(__file__).parents[2]
BROKEN = (
    b"", b"{", b"[]", b"null", b'{"a": 1, "a": 2}', b"\xff\xfe{}", b'"\\ud800"', b"[1e999]",
    b"[" * 300, b'{"$schema": 1}', b"{'a': 'b'}", b'{"a": "never closed', b"[1,,2]", b"\x00" * 9,
    b'{"$schema": "https://sendframe.example/schemas/v0/evidence.schema.json"}',
)  # fmt: skip


def _small(value: Any, most: int) -> Any:
    """Return a value of which each list keeps its first entries only."""
    if isinstance(value, dict):
        return {key: _small(each, most) for key, each in value.items()}
    return [_small(each, most) for each in value[:most]] if isinstance(value, list) else value


def _document(kind: str, id_: str, /, **members: Any) -> bytes:
    title = {"default": id_}
    raw = {"$schema": schema_id(kind), "id": id_, "title": title, **members}
    return json.dumps(raw).encode()


def _evaluation() -> dict[str, Any]:
    """Return what is known of the fictional example."""
    portfolio = sendframe.load(ROOT / "examples" / "wyeford")
    assert isinstance(portfolio, Portfolio)
    own = sendframe.Catalogue.discover(third_party=False)
    return plain_data(sendframe.evaluate(portfolio, catalogue=own))


def _folder() -> bytes:
    """Return a small folder in which nothing is wrong, with references and a table."""
    area = {"id": "w", "code": "ZZ0000001", "names": [{"source": "us", "name": "W"}]}
    text = {"default": "x"}
    manifest = _document(
        "portfolio",
        "p",
        area=area | {"fictional": True},
        as_at="2026-01-31",
        documents=["d0.json", "d1.json", "d2.json", "d3.json"],
    )
    indicator = {"id": "late", "title": text, "unit": "percent", "factor": 100.0}
    indicators = _document(
        "indicator-set",
        "i",
        indicators=[
            indicator | {"direction": "higher", "numerator": "on time", "denominator": "all"}
        ],
    )
    observations = _document(
        "observations",
        "o",
        symbols={"c": {"kind": "suppressed", "meaning": "hidden"}},
        areas=[{"code": "ZZ0000001", "name": "W", "kind": "local-authority"}],
        releases=[{"id": "r1", "title": "R", "publisher": "us"}],
        table="t.csv",
    )
    actions = _document("action-register", "a", actions=[{"id": "act", "title": text}])
    plan = _document(
        "strategy",
        "s",
        kind="strategy",
        area="ZZ0000001",
        status="draft",
        risks=[{"id": "r", "statement": text, "actions": ["act"]}],
    )
    table = (
        b"indicator,area,period_kind,period,value,release,denominator,dimension.need\n"
        b"late,ZZ0000001,calendar_year,2024,67.6,r1,333,\n"
        b"late,ZZ0000001,academic_year,2024/25,c,,,asd\n"
    )
    return DIVIDER.join([manifest, indicators, observations, actions, plan, table])


def _starter() -> bytes:
    """Return the portfolio to start from, with everything that a report prints."""
    files = starter_files()
    manifest = json.loads(files["portfolio.json"])
    documents = []
    for number, name in enumerate(manifest["documents"]):
        raw = json.loads(files[name])
        if "table" in raw:
            table = files[raw["table"]]
            raw["table"] = "t.csv"
        documents.append(json.dumps(raw).encode())
        manifest["documents"][number] = f"d{number}.json"
    return DIVIDER.join([json.dumps(manifest).encode(), *documents, table])


def seeds() -> dict[str, bytes]:
    """Return every seed by a name of its own, in order."""
    found = {"folder": _folder(), "starter": _starter()}
    paths = sorted((ROOT / "examples").glob("*/*.json"))
    paths.append(ROOT / "src/sendframe_data/profiles/board.json")
    raws = {f"{each.parent.name}-{each.stem}": json.loads(each.read_bytes()) for each in paths}
    for name, raw in {**raws, "evaluation": _evaluation()}.items():
        for most in (1, 2):
            found[f"{name}-{most}"] = json.dumps(_small(raw, most), ensure_ascii=False).encode()
    found |= {f"broken-{number:02d}": data for number, data in enumerate(BROKEN)}
    return found
