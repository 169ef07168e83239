"""Dragoman: a self-hosted desk that lays every side's account of the same story next to each other.

The public API: the desk, and the nouns that it takes and gives.
"""

from dragoman.desk import Desk
from dragoman.model.article import Article
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.query import Found, Query
from dragoman.model.reading import Reading
from dragoman.model.source import Lead, Source
from dragoman.model.story import Brief, Story

__all__ = ["Article", "Brief", "Desk", "Found", "Lead", "Page", "Problem", "Query", "Reading", "Source", "Story"]
