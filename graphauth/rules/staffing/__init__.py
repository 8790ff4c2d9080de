"""Unit-roles and the people behind them."""
