"""The engines: one definition, three ways to answer."""
