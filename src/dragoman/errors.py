"""A shallow handful of errors. Anything that concerns one page becomes a `Problem` instead and stops nothing else."""


class DragomanError(Exception):
    """Base of all errors that a user can mend; its text says how."""


class ConfigError(DragomanError):
    """A setting is unknown or has a wrong value."""


class PartError(DragomanError):
    """A part (annotator, source kind, store ...) is unknown, missing its package, or out of order."""


class FetchError(DragomanError):
    """A page could not be had. `reason` is a short stable key."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class ExtractError(DragomanError):
    """A page holds no article. `reason` is a short stable key."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class StoreError(DragomanError):
    """The desk cannot be opened, read or written."""


class NotFoundError(DragomanError):
    """Nothing on the desk has that id."""


class TakenError(DragomanError):
    """A name, an address or a place that is to be one person's is another's already."""


class ContradictionError(DragomanError):
    """Two judgements of people cannot both hold: `same` and `different` are their numbers, `one` and `other` the two kept apart."""

    def __init__(self, same: int, different: int, one: str, other: str) -> None:
        super().__init__(f"judgement {different} keeps {one} and {other} apart, judgement {same} makes them one; undo one of the two first")
        self.same = same
        self.different = different
