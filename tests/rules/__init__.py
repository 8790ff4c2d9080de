"""Tests of the consistency rules."""
