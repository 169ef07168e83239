"""Dates of a page: found in its data, its lines, its address and its text, weighed against each other, never invented."""
