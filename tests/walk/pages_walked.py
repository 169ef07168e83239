"""Pages that come in while somebody looks, written for this walk: one English, one Chinese, with all that a page can say of itself."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Late(Struct, frozen=True):
    """A page, and what of it must be seen on the portal."""

    title: str
    outlet: str
    section: str
    author: str
    tag: str
    sentence: str
    more: str
    url: str
    language: str

    def write(self, folder: Path) -> Path:
        """Into a file."""
        file = folder / f"late-{self.language}.html"
        file.write_text(
            f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8"><title>{self.title}</title>'
            f'<link rel="canonical" href="{self.url}"><meta property="og:site_name" content="{self.outlet}">'
            f'<meta property="article:section" content="{self.section}"><meta name="author" content="{self.author}">'
            f'<meta name="keywords" content="{self.tag}"><meta property="article:tag" content="{self.tag}">'
            '<meta property="article:published_time" content="2022-01-18T09:30:00+08:00"></head><body><main><article>'
            f"<h1>{self.title}</h1><p>{self.sentence}</p><p>{self.more}</p></article></main></body></html>",
            "utf-8",
        )
        return file


LATE = {
    "en": Late(
        "Ferry talks between Norland and Westmark resume in Kestrel Bay",
        "Kestrel Courier",
        "Harbours",
        "Ada Finch",
        "ferry talks",
        "Envoys of Norland and Westmark resumed their talks on the night ferry in Kestrel Bay on Monday, after a pause of six weeks.",
        "The harbour council said that the ferry would stay in port until both sides agree on the fare. Fishermen of the bay have asked for a "
        "ferry that sails in winter too. A second round of the ferry talks is planned for Thursday.",
        "https://kestrelcourier.example/2022/01/18/ferry",
        "en",
    ),
    "zh-Hans": Late(
        "北港与西岬恢复夜间渡轮谈判",
        "北港日报",
        "港口",
        "林小舟",
        "渡轮谈判",
        "北港与西岬的代表周一在海鹰湾恢复了关于夜间渡轮的谈判，此前谈判中断了六个星期。",
        "港务委员会表示，双方就票价达成一致之前，渡轮将停在港内。海湾的渔民要求冬季也开行渡轮。第二轮渡轮谈判定于周四举行。",
        "https://beigangribao.example/2022/01/18/ferry",
        "zh",
    ),
}
