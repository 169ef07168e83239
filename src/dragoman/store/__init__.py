"""Keeping: memory and SQLite."""
