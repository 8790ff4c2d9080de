"""graphauth measured against what a user would pick instead; ``python -m benchmarks`` runs it all.

A contestant is a program that can say who may log in where. All of them read the same data, answer
the same questions of one dated definition, and are compared with each other before anything is
timed. `contestant` is the protocol, `contestants` the programs, `run` the order of events, `table`
and `plot` what comes out. The package is not shipped.
"""
