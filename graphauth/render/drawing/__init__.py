"""Pictures: a scene in each form that it can be written in."""
