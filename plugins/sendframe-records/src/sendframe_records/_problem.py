"""What goes wrong, in words that hold nothing of any record."""

from sendframe.plugins import SendframeError

__all__ = ["NotPortable", "NotSafe", "RecordsProblem"]


class RecordsProblem(SendframeError):  # named as those of sendframe are
    """Records, a mapping or figures that cannot be used. The text holds nothing of a record."""


class NotSafe(RecordsProblem):
    """Figures that are not written, because hidden ones could be worked out from the others."""


class NotPortable(RecordsProblem, TypeError):
    """An expression that some engine computes differently or not at all.

    Attributes:
        what: What was written.
        engine: An engine that fails.
        use: What to write in its place.
    """

    def __init__(self, what: str, engine: str, use: str) -> None:
        super().__init__(what, engine, use)
        self.what, self.engine, self.use = what, engine, use

    def __str__(self) -> str:
        return f"{self.what} is not the same on every engine: {self.engine} fails; use {self.use}"
