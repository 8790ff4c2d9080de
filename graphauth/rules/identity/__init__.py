"""Ids: their form, and what stands under them."""
