"""Offices beside a person's name, and the party that the office speaks for.

titles.toml, words by their base form, lower case: `heads` name an office and at least one must be there; `modifiers` and `joiners`
may stand in it, as may names of places and organisations and demonyms; `genitives` are the joiners that lead from a head to its
complement ("of"); `before` and `after` say on which side of the name it stands (`after` as an apposition between commas, `after_glued`
directly); `names_before` whether a name may stand in front of the head without a preposition (Kremlin spokesman); `observers`,
`former`, `acting` see `link.roles`; `honorifics` are taken off a name and are no office; `stops` (unspaced scripts) end it, and
`links` may stand between a name and the rest of its office (驻, 负责), `conjunctions` between two modifiers (外交与安全政策).
"""

from __future__ import annotations

from dragoman import languages
from dragoman.annotate import mention_roles_spaced, mention_roles_unspaced
from dragoman.annotate.mention_rules import titles_of
from dragoman.annotate.mention_scene import Role, Scene
from dragoman.annotate.mention_spans import Span

__all__ = ["Role", "Scene", "role"]


def role(scene: Scene, person: Span) -> Role | None:
    """The office of a person as the text gives it beside the name, None where it gives none."""
    rules = titles_of(scene.text.language)
    spaced = languages.get(scene.text.language).spaced
    part = mention_roles_spaced if spaced else mention_roles_unspaced
    found = part.before(scene, person, rules) if rules.before else None
    if found is None and (rules.after if spaced else rules.after_glued):
        found = part.after(scene, person, rules)
    return found
