"""Dragoman: a self-hosted desk that lays every side's account of a story next to each other."""
