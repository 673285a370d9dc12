"""Write the checksums of the first release of *Education, health and care plans*.

``python make_first_releases.py FOLDER`` reads the files of the first release in a folder, and
writes for each file and area the checksum of the row of the newest period about the whole.
"""

# ruff: noqa: INP001  # a script

import json
import sys
from pathlib import Path

from sendframe_dfe.area import AreaColumns
from sendframe_dfe.column_mapping import recognised_files
from sendframe_dfe.csv_table import open_table
from sendframe_dfe.first_release import checksum, mapped_places
from sendframe_dfe.mapped_file import STANDARD
from sendframe_dfe.releases import mapping_named

from sendframe.plugins import ObservedArea, ReaderSource

TARGET = Path(__file__).parent / "src/sendframe_dfe/first_releases.json"
NAME = "ehc-plans-2025"


def main(folder: Path) -> None:
    """Write the checksums of the files in a folder."""
    mapping = mapping_named(NAME)
    needed = [(*STANDARD, *file.recognised_by) for file in mapping.files]
    made: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("[!t]*.csv")) + sorted(folder.glob("time*.csv")):
        with path.open("rb") as stream:
            table = open_table(ReaderSource(path.name, path.stat().st_size, stream), needed)
            (_, file) = recognised_files(table, [mapping])[0]
            areas, places = AreaColumns.of(table), mapped_places(table, file)
            (label,) = (table.places(name)[0] for name in file.filters[0].column)
            whole = {name.casefold() for name in file.filters[0].whole}
            for row in table.rows:
                area = areas.area([row.cells[place] for place in areas.places])
                is_newest = row.cells[table.places("time_period")[0]] == file.newest
                if is_newest and row.cells[label].strip().casefold() in whole:
                    if not isinstance(area, ObservedArea):
                        raise SystemExit(f"{path.name}, row {row.number}: {area.reason}")
                    cells = (row.cells[place] for place in places)
                    made.setdefault(file.title, {})[area.code] = checksum(cells)
    lines = [
        f"    {json.dumps(title)}: {json.dumps(dict(sorted(areas.items())))}"
        for title, areas in sorted(made.items())
    ]
    text = ",\n".join(lines)
    TARGET.write_text(f'{{\n  "{mapping.release.id}": {{\n{text}\n  }}\n}}\n', encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
