"""Doing many: serial, threads, processes."""
