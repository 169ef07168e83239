"""The polarity algebra: what a stance cue shows under negations and other operators.

A frame has a stance for the sign + (`plain`) and one for the sign - (`negated`). The sign is the product along the chain from the
subject to the cue: every negation counts -, and so does every cue of refusal that governs another ("refuses to accept" = - x +). Examples:

    accept            +  concession or nothing      would not accept    -  refusal
    rejected          +  refusal                    did not reject      -  nothing
    willing to talk   +  offer                      not one is willing  -  refusal
    refused to agree  refusal governs: one refusal  will not rule out   -  nothing
    demanded not to   the negation stands after the cue: a demand all the same
"""

from __future__ import annotations

import re

from dragoman.annotate.stance_table import Frame
from dragoman.model.annotations import StanceKind


def sign(words: str, negation: re.Pattern[str]) -> int:
    """The product over the negations in the words before a cue: 1 or -1."""
    return -1 if len(negation.findall(words)) % 2 else 1


def stance_under(frame: Frame, sign_before: int) -> StanceKind | None:
    """What a frame shows under a sign, None where it shows nothing."""
    if frame.kind == "idiom" and sign_before < 0:
        return None
    return frame.plain if sign_before > 0 else frame.negated
