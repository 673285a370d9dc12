"""Two versions of sendframe, unpacked from git, installed alike and run alternately."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path

import attrs

__all__ = [
    "FIRST_RELEASE",
    "NotMeasured",
    "Run",
    "Version",
    "alternately",
    "has_changes",
    "installed",
    "run_once",
]

ROOT = Path(__file__).parents[1]
FIRST_RELEASE = "4360b31"
PROJECTS = (".", "plugins/sendframe-dfe")
OWN = ("sendframe", "sendframe-dfe")
COMMANDS = {
    "check": ("check", "check"),
    "evaluate": ("evaluate", "evaluate"),
    "import": ("import", "import"),
    "revisions": ("revisions", "revisions"),
}
"""The name of each command in the first release, and in this version."""


class NotMeasured(Exception):
    """Something cannot be measured; the message gives the reason."""


@attrs.frozen
class Version:
    """One of the two versions, installed.

    Attributes:
        commit: Its full commit, or a dot for the files of the checkout as they are.
        place: Its place in the pairs of `COMMANDS`.
        source: The folder with its examples.
        environment: The environment that it is installed in.
    """

    commit: str
    place: int
    source: Path
    environment: Path

    def words(self, command: str, *words: str) -> tuple[str, ...]:
        """Return a command line of this version."""
        program = str(self.environment / "bin" / "sendframe")
        return (program, COMMANDS[command][self.place], *words)

    def libraries(self) -> frozenset[str]:
        """Return the other libraries of its environment, with their versions."""
        words = (str(self.environment / "bin" / "python"), "-m", "pip", "freeze")
        lines = _output_of(words).splitlines()
        return frozenset(line for line in lines if line.partition(" @ ")[0] not in OWN)


@attrs.frozen
class Run:
    """One process.

    Attributes:
        cpu: CPU seconds, those of the system included.
        clock: Seconds of the clock.
        status: The code it ended with.
        output: What it printed to its standard output.
        errors: What it printed to its standard error.
    """

    cpu: float
    clock: float
    status: int = 0
    output: str = ""
    errors: str = ""


def installed(commit: str, place: int, work: Path, extra: str = "") -> Version:
    """Unpack a commit, install it with its plug-in, and return it; reuse what is there already.

    Args:
        commit: The commit, or a dot for the checkout as it is, which is always installed again.
        place: Its place in the pairs of `COMMANDS`.
        work: The folder for sources and environments.
        extra: An extra of the library, in brackets.

    Raises:
        NotMeasured: The commit is not there, or pip cannot install it.
    """
    as_it_is = commit == "."
    full = "." if as_it_is else _commit(commit)
    name = "checkout" if as_it_is else full[:12]
    source = ROOT if as_it_is else work / f"{name}-source"
    environment = work / f"{name}-environment{extra.strip('[]')}"
    version = Version(full, place, source, environment)
    complete = environment / "complete"
    if complete.exists() and not as_it_is:
        return version
    if not as_it_is:
        archive = work / f"{name}.zip"
        _output_of(("git", "-C", str(ROOT), "archive", "-o", str(archive), full))
        shutil.unpack_archive(archive, source)
        archive.unlink()
    print(f"Installing {name}{extra}", file=sys.stderr)
    _output_of((sys.executable, "-m", "venv", "--clear", str(environment)))
    pip = (str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet", "--compile")
    core, *plugins = (f"{source / project}" for project in PROJECTS)
    _output_of((*pip, f"{core}{extra}", *plugins))
    complete.touch()
    return version


def alternately(
    versions: tuple[Version, Version],
    words: Sequence[str],
    folders: Sequence[Path],
    runs: int,
    expected: Collection[int] = (0,),
) -> list[tuple[Run, Run]]:
    """Run a command of both versions alternately, each in a folder of its own.

    Each runs once beforehand, which is not counted.

    Args:
        versions: The two versions.
        words: The command as this version calls it, and its arguments.
        folders: The folder that each runs in.
        runs: The number of pairs.
        expected: The codes that a run may end with.

    Raises:
        NotMeasured: A run ended with another code.
    """
    for folder in folders:
        folder.mkdir(exist_ok=True)
    jobs = [
        (version.words(*words), folder) for version, folder in zip(versions, folders, strict=True)
    ]
    pairs = []
    for _ in range(runs + 1):
        first, second = (run_once(*job) for job in jobs)
        for run, version in zip((first, second), versions, strict=True):
            if run.status not in expected:
                tail = (run.errors or run.output)[-500:]
                message = f"`{words[0]}` of {version.commit[:7]} ended with {run.status}: {tail}"
                raise NotMeasured(message)
        pairs.append((first, second))
    return pairs[1:]


def run_once(words: Sequence[str], folder: Path) -> Run:
    """Run a command and return what it used and printed."""
    before, start = _cpu_of_children(), time.perf_counter()
    done = subprocess.run(
        words, cwd=folder, env=_plain_environment(), capture_output=True, check=False
    )
    clock, cpu = time.perf_counter() - start, _cpu_of_children() - before
    output, errors = (text.decode(errors="replace") for text in (done.stdout, done.stderr))
    return Run(cpu, clock, done.returncode, output, errors)


def has_changes() -> bool:
    """Return whether the checkout has changes of sources that are not committed."""
    words = ("git", "-C", str(ROOT), "status", "--short", "--", "src", "plugins", "schemas")
    return bool(_output_of(words))


def _commit(name: str) -> str:
    try:
        words = ("git", "-C", str(ROOT), "rev-parse", "--verify", f"{name}^{{commit}}")
        return _output_of(words).strip()
    except NotMeasured as error:
        raise NotMeasured(f"this repository has no commit {name}") from error


def _cpu_of_children() -> float:
    import resource  # Unix only

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _plain_environment() -> dict[str, str]:
    """Return the environment without settings of Python and sendframe."""
    mine = ("PYTHON", "SENDFRAME", "VIRTUAL_ENV")
    return {key: value for key, value in os.environ.items() if not key.startswith(mine)}


def _output_of(words: Sequence[str]) -> str:
    done = subprocess.run(
        words, env=_plain_environment(), capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise NotMeasured(f"{Path(words[0]).name} {' '.join(words[1:4])}: {done.stderr[-500:]}")
    return done.stdout
