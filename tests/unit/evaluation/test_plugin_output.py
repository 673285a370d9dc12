"""What plug-ins print: dropped, while all others print as ever."""

import io
import sys
import threading

import pytest

from sendframe.evaluation import error_name, suppress_output


def test_nothing_is_printed_inside(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither on standard output nor on standard error; afterwards all is as before."""
    before = sys.stdout, sys.stderr
    with suppress_output():
        print("Ann")
        print("Ann", file=sys.stderr)
        sys.stdout.flush()
        with suppress_output():
            print("Ann")
        print("Ann")
    assert (sys.stdout, sys.stderr) == before
    print("after")
    assert capsys.readouterr() == ("after\n", "")


def test_nothing_is_written_inside_by_another_way(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """Neither line by line nor as bytes; both still work for whoever is outside."""
    with suppress_output():
        sys.stdout.writelines(["Ann\n", "Ann\n"])
        assert sys.stdout.buffer.write(b"Ann\n") == 4
        sys.stderr.buffer.writelines([b"Ann\n"])
        door = sys.stdout
    door.writelines(["after\n"])
    door.flush()
    door.buffer.write(b"bytes\n")
    door.flush()
    assert capfdbinary.readouterr() == (b"after\nbytes\n", b"")


def test_other_threads_print_as_ever(capsys: pytest.CaptureFixture[str]) -> None:
    """Only the thread that runs a plug-in is silent."""
    with suppress_output():
        other = threading.Thread(target=print, args=("other",))
        other.start()
        other.join()
    assert capsys.readouterr().out == "other\n"


def test_a_stream_that_the_code_replaces_is_put_back(capsys: pytest.CaptureFixture[str]) -> None:
    """A plug-in that keeps standard output for itself would hide everything after it."""
    before = sys.stdout, sys.stderr
    with suppress_output():
        sys.stdout = sys.__stdout__
        sys.stderr = io.StringIO()
    assert (sys.stdout, sys.stderr) == before
    print("after")
    assert capsys.readouterr().out == "after\n"


def test_the_name_of_an_error_is_shown_if_it_is_one() -> None:
    """A class may be called like a child; then only that it was an exception is told."""
    assert error_name(KeyError("Ann")) == "KeyError"
    assert error_name(type("Ann Example, aged 9", (Exception,), {})()) == "Exception"


def test_a_plug_in_may_print_where_there_is_no_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """In pythonw there is none; a plug-in that prints is no failure, and there is none after it."""
    monkeypatch.setattr(sys, "stdout", None)
    with suppress_output():
        print("Ann", flush=True)
        sys.stdout.buffer.write(b"Ann")
    assert sys.stdout is None
