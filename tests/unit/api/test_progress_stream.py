"""A file that reports how much of it was read."""

import io

from sendframe.api._progress_stream import with_progress


def test_what_is_read_is_reported_once() -> None:
    """Each byte is reported when it is first read; going back reports nothing."""
    messages: list[int] = []
    stream = with_progress(io.BytesIO(b"one\ntwo\n" * 30_000), messages.append)
    text = io.TextIOWrapper(stream, encoding="utf-8")
    assert sum(1 for _ in text) == 60_000
    assert sum(messages) == 240_000
    assert len(messages) > 1
    stream.seek(0)
    assert stream.read(4) == b"one\n"
    assert sum(messages) == 240_000
    assert stream.tell() == 4
