"""Write the schemas of the current version anew from the classes: `python schemas/generate.py`.

A version that is listed in ``released.toml`` is never written again.
"""

import sys
import tomllib
from pathlib import Path

from sendframe.documents._schema import schema_text
from sendframe.jsontext import format_json
from sendframe.model import DOCUMENT_CLASSES
from sendframe.reports import report_schema
from sendframe.validation import CURRENT_VERSION, REPORT

ROOT = Path(__file__).parent / "sendframe_schemas"


def main() -> int:
    """Write each schema whose text differs; say which."""
    released = tomllib.loads((ROOT / "released.toml").read_text(encoding="utf-8"))
    if CURRENT_VERSION in released:
        sys.stderr.write(f"{CURRENT_VERSION} is released and never changes: begin a new version\n")
        return 1
    folder = ROOT / CURRENT_VERSION
    folder.mkdir(exist_ok=True)
    wanted = {
        f"{kind}.schema.json": schema_text(cls, kind) for kind, cls in DOCUMENT_CLASSES.items()
    }
    wanted[f"{REPORT}.schema.json"] = format_json(report_schema())
    for path in sorted(folder.glob("*.schema.json")):
        if path.name not in wanted:
            path.unlink()
            sys.stdout.write(f"removed {path.name}\n")
    for name, data in sorted(wanted.items()):
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
            sys.stdout.write(f"wrote {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
