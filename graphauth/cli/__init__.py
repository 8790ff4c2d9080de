"""The command line: one file for each command; what is heavy is imported when it is needed."""
