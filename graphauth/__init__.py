"""graphauth: who can log in where, and why."""
