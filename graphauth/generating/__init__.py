"""Invented regions of any size, from a seed: the same seed gives the same bytes everywhere."""

from graphauth.generating.defects import Defect, GenerationError, defects_document
from graphauth.generating.generate import GenerationSummary, generate
from graphauth.generating.sizes import LARGEST, SMALLEST

__all__ = [
    "LARGEST",
    "SMALLEST",
    "Defect",
    "GenerationError",
    "GenerationSummary",
    "defects_document",
    "generate",
]
