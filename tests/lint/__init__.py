"""Tests of linting: what is asked, what is hidden, and how findings are written."""
