"""Kompetensroller: catalogues, grants and managers."""
