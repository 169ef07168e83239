"""Which text is a copy of which, and who had it first. Candidates by fingerprints, a verifier for two texts in one language and one for
translations, then a tree for each family (algorithms and their sources: the modules)."""

from __future__ import annotations

from dragoman.cluster.copies.compare import Sheet, compared
from dragoman.cluster.copies.families import beside, copies, found
from dragoman.cluster.copies.origin import credited, independent, later

__all__ = ["Sheet", "beside", "compared", "copies", "credited", "found", "independent", "later"]
