"""What is known about a local area on one day: one pure function that is told everything."""

from ._comparison import METHODS
from ._evaluate import evaluate
from ._fence import Fence
from ._protocol import EvaluationCatalogue, NoCatalogue, Provided

__all__ = ["METHODS", "EvaluationCatalogue", "Fence", "NoCatalogue", "Provided", "evaluate"]
