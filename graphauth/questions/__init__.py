"""The questions: use cases over an engine, each the same whatever engine answers."""
