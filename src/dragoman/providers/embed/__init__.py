"""Sentence and event vectors."""
