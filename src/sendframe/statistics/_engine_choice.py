"""Which engine is used: numpy's, where it is installed, unless another is named."""

from functools import cache

from ._engine import Engine, EngineName

__all__ = ["engine_of"]


@cache
def engine_of(name: EngineName | None = None) -> Engine:
    """Return an engine by its name; numpy, where it is installed, unless one is named.

    Raises:
        ImportError: numpy was asked for and is not installed (``sendframe[fast]`` brings it).

    Examples:
        >>> engine_of("python").name
        'python'
    """
    if name != "python":
        try:
            from ._numpy_columns import NumpyEngine
        except ImportError:
            if name == "numpy":
                raise
        else:
            return NumpyEngine()
    from ._plain_columns import PlainEngine

    return PlainEngine()
