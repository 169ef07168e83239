from msgspec.structs import replace

from dragoman.cluster.copies.compare import Sheet, compared
from dragoman.model.annotations import Sentence
from dragoman.providers.embed.hashing import Hashing

ONE = (
    "The port of Larkfield closed on 4 May. Two cranes fell. Nobody was hurt. Ships wait outside the bay. The ferry stays in. Work goes on."
)
MORE = " Divers came at noon. Insurers count losses. A school was shut. Roads are clear. Power is back. The mayor spoke."


def sheet(made, name, text, language="en"):
    reading = made(name, "T", text, language)
    ends = [at for at, mark in enumerate(text) if mark == "."]
    starts = [0, *(end + 2 for end in ends[:-1])]
    return Sheet(replace(reading, sentences=tuple(Sentence(start, end + 1) for start, end in zip(starts, ends, strict=True))))


def test_a_verdict_names_the_texts_in_order_of_their_ids(made):
    verdict = compared(sheet(made, "b", ONE), sheet(made, "a", ONE[:100]))
    assert (verdict.one, verdict.other, verdict.kind) == ("a", "b", "same")
    assert verdict.of_one > verdict.of_other
    assert verdict.why[0].score >= verdict.why[-1].score


def test_texts_in_two_languages_are_compared_by_their_sentences(made):
    calls = []

    def embed(texts):
        calls.append(len(texts))
        return Hashing().embed(texts)

    one, other, held = sheet(made, "a", ONE + MORE), sheet(made, "b", ONE + MORE, "de"), {}
    verdict = compared(one, other, embed, held)
    assert verdict.kind == "translated"
    first = verdict.aligned[0]
    assert ONE[first.start : first.end] == ONE[first.of_start : first.of_end] == "The port of Larkfield closed on 4 May."
    compared(one, other, embed, held)
    assert calls == [12, 12]


def test_without_an_encoder_nothing_is_a_translation(made):
    assert compared(sheet(made, "a", ONE), sheet(made, "b", ONE, "de")).kind == "independent"
