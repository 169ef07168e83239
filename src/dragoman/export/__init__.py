"""Formats out."""
