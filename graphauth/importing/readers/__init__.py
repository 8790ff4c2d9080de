"""Readers: one for each form of source; what they find is understood elsewhere, once for all."""
