"""Answers as text, tables and files; nothing here decides anything."""
