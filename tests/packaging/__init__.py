"""Tests of what is installed, and how."""
