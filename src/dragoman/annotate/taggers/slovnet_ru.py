"""Russian names by slovnet's news model (Kukushkin 2020; CNN-CRF over navec vectors), with the files that the natasha wheel carries."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from navec import Navec  # type: ignore[attr-defined]
from slovnet import NER  # type: ignore[attr-defined]

_TYPES = {"PER": "person", "LOC": "place", "ORG": "organisation"}


class SlovnetRussian:
    """Tags persons, places and organisations."""

    name = "slovnet"

    def __init__(self) -> None:
        data = _data()
        self._model: Any = NER.load(str(data / "model" / "slovnet_ner_news_v1.tar"))  # type: ignore[no-untyped-call]
        vectors = Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))  # type: ignore[no-untyped-call]
        self._model.navec(vectors)

    def tag(self, text: str) -> list[tuple[int, int, str, float]]:
        """Spans (start, end, type, 1.0); the model gives no probability for a span."""
        return [(span.start, span.stop, _TYPES[span.type], 1.0) for span in self._model(text).spans] if text.strip() else []


def _data() -> Path:
    """Where natasha keeps its data. The package itself is not imported: it needs pymorphy2, which Python 3.11 breaks."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ImportError("the natasha wheel, which carries the Russian models, is not installed")
    return Path(spec.origin).parent / "data"
