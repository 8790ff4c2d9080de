"""The consistency rules: what the directories say that doesn't fit together.

A rule is one file in the sub-package of its category, found by its place (`catalogue`); how one is
written stands in `base`.
"""
