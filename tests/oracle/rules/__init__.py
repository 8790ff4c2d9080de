"""The rules said again, row by row, each in a module of its code; nothing is shared with the rules.

A module has ``found(tables, day, system)``: what the rule must find, as a set of keys. A key is a
tuple: the kind (blank where the rule has one sentence), then each node as ``Label:id`` in the order
of the rule's slots, those not filled left out. A module says ``IN_TABLES = False`` where no table
can break its rule. Settings have their defaults, or what the module's ``SETTINGS`` says. Tables are what
`tests.oracle.oracle` reads (`Oracle` says what a ticket is, and who holds what when).
"""
