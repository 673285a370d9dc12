"""What pytest leaves out: the engine of an extra that is not installed."""  # noqa: INP001  # a file of pytest, in no package

from importlib.util import find_spec

collect_ignore = [] if find_spec("pyspark") else ["src/sendframe_records/_spark_engine.py"]
