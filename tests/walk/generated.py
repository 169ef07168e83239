"""Generated pages: any number of small articles about invented affairs, the same for the same number."""

from __future__ import annotations

import random
from pathlib import Path

PLACES = ["Ravenport", "Old Harrow", "Kestrel Bay", "Marn", "Upper Tolva", "Sankt Veit", "Dunmere", "Pell"]
THINGS = ["ferry", "reservoir", "grain market", "tram line", "archive", "lighthouse", "orchard", "observatory", "quarry", "theatre"]
DEEDS = ["closes for repairs", "reopens after a year", "changes hands", "is flooded", "wins a prize", "loses its licence"]
NAMES = ["Anna Keller", "Tomas Brandt", "Irene Falk", "Jonas Weller", "Mara Lind", "Peter Ostrow"]


def page(number: int) -> str:
    """One HTML page with furniture, of about 120 words."""
    chance = random.Random(number)
    place, thing, deed, name = (chance.choice(words) for words in (PLACES, THINGS, DEEDS, NAMES))
    day, people = 1 + number % 28, chance.randint(20, 9000)
    paragraphs = [
        f"The {thing} of {place} {deed}, the town council said on {day} March 2022, after a vote in which {people} people took part.",
        f"“We have waited long enough for this decision,” said {name}, who has led the council since 2019. {name.split()[1]} said that work "
        f"would begin within {chance.randint(2, 40)} days and cost about {chance.randint(2, 90)} million crowns.",
        f"Residents of {place} had asked for the change for years. A second meeting is scheduled for {1 + (day + 5) % 28} April 2022 in "
        f"{chance.choice(PLACES)}, where notice {number} of the register will be read out.",
    ]
    body = "\n".join(f"<p>{text}</p>" for text in paragraphs)
    title = f"{place}: {thing} {deed} ({number})"
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} - Town Register</title></head><body>"
        f"<nav><a href='/'>Home</a> <a href='/n'>News</a></nav><article><h1>{title}</h1><time datetime='2022-03-{day:02}'>{day} March 2022</time>"
        f"{body}<p>Advertisement</p></article><footer>© Town Register</footer></body></html>"
    )


def write(folder: Path, count: int) -> None:
    """Writes `count` pages into a new folder."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number:04}.html").write_text(page(number), "utf-8")
