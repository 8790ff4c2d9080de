"""Medarbetaruppdrag: where they lead, for whom, and for how long."""
