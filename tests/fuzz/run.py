"""Fuzz reading, evaluating and reporting for a while: `python tests/fuzz/run.py --seconds 60`.

With ``--runs N`` it ends after so many inputs, and fails where the time was too short for them, or
where too few of them were reported.

Coverage of what reads guides it. It ends with an error as soon as an input breaks what `target`
says, takes more than five seconds or more than two gigabytes; that input is written into
``build/fuzz/``, and the way it is used there can be seen with `python tests/fuzz/run.py FILE`.
"""

import argparse
import gc
import importlib
import os
import pkgutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import atheris  # noqa: E402  # after the path is set

# What evaluates and reports is slow, and slower where its coverage is followed. atheris takes
# "include" for top-level packages only, so that all other modules are named.
SOURCE = ROOT / "src" / "sendframe"
READS = ("documents", "jsontext")
OTHERS = [
    ".".join(("sendframe", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(
        ".__init__"
    )
    for path in sorted(SOURCE.rglob("*.py"))
    if path.relative_to(SOURCE).parts[0] not in READS
]
with atheris.instrument_imports(include=["sendframe"], exclude=OTHERS):
    from tests.fuzz.corpus import seeds
    from tests.fuzz.mutator import mutated, reworded
    from tests.fuzz.target import fuzz

    for package in READS:
        for module in pkgutil.iter_modules([str(SOURCE / package)]):
            importlib.import_module(f"sendframe.{package}.{module.name}")  # lazy modules too

OUT = ROOT / "build" / "fuzz"
LONGEST = 30_000  # bytes of an input
SOUND = 11  # one input of so many is a portfolio that mostly is sound, so that it is reported
REPORTED = 15  # of so many inputs at least one comes to a report
SLOWEST = 5  # seconds for one
LARGEST = 2048  # megabytes in all


def too_few(made: bytes, wanted: int | None) -> str | None:
    """Print what became of the inputs, and return what is wrong with their numbers."""
    reported = made.count(b"r")
    print(f"stat::inputs_accepted:         {len(made) - made.count(b'-')}")
    print(f"stat::portfolios_reported:     {reported}")
    if wanted and len(made) < wanted:
        return f"{len(made):,} of {wanted:,} inputs: the time was too short"
    if wanted and reported < wanted // REPORTED:
        return f"{reported:,} of {wanted:,} inputs were reported"
    return None


def main() -> None:
    """Fuzz, or use the files named."""
    parser = argparse.ArgumentParser(description="Fuzz reading.")
    parser.add_argument("--seconds", type=int, default=60, help="how long; 60 unless given")
    parser.add_argument("--runs", type=int, help="how many inputs; as many as there is time for")
    parser.add_argument("--seed", type=int, default=1, help="of chance; 1 unless given")
    parser.add_argument("files", nargs="*", type=Path, help="inputs to use instead of fuzzing")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place) / "work"
        if given.files:
            for path in given.files:
                print(f"{path}: {fuzz(path.read_bytes(), work)}")
            return
        corpus = Path(place) / "corpus"
        corpus.mkdir()
        sown = seeds()
        starter = sown["starter"]
        for name, data in sown.items():
            (corpus / name).write_bytes(data)
        OUT.mkdir(parents=True, exist_ok=True)
        fuzz(starter, work)  # loads what is read once
        gc.freeze()  # what stays is not looked through again and again

        known: set[int] = set()
        verdicts = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # of both processes
        if child := os.fork():  # for nothing runs after the fuzzer, which ends its process
            _, status = os.waitpid(child, 0)
            verdicts.seek(0)
            sys.exit(os.waitstatus_to_exitcode(status) or too_few(verdicts.read(), given.runs))

        def one(data: bytes) -> None:
            verdict = fuzz(data, work, known)
            verdicts.write(
                b"r" if verdict.endswith("reported") else b"a" if verdict[0] == "a" else b"-"
            )

        def mutate(data: bytes, longest: int, seed: int) -> bytes:
            if seed % SOUND == 0:
                return reworded(starter, seed)
            found = mutated(data, seed) if seed % 4 else None
            if found is None or len(found) > longest:
                return bytes(atheris.Mutate(data, longest))
            return found

        words = [
            sys.argv[0],
            str(corpus),
            f"-max_total_time={given.seconds}",
            f"-seed={given.seed}",
            f"-runs={given.runs or -1}",
            f"-max_len={LONGEST}",
            f"-timeout={SLOWEST}",
            f"-rss_limit_mb={LARGEST}",
            f"-artifact_prefix={OUT.as_posix()}/",
            "-print_final_stats=1",
            "-verbosity=1",
        ]
        atheris.Setup(words, one, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
