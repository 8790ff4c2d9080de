"""Tickets that do not come about, or too many of them."""
