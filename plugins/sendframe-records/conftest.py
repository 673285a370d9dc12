"""What pytest leaves out: engines of extras that are not installed."""  # noqa: INP001  # a file of pytest, in no package

from importlib.util import find_spec

collect_ignore = [
    f"src/sendframe_records/_{engine}_engine.py"
    for engine, package in (("ibis", "ibis"), ("spark", "pyspark"))
    if not find_spec(package)
]
