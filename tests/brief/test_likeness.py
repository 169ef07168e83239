from msgspec.structs import replace

from dragoman.brief.likeness import aligned, answers, faces, reasons, same_voice
from dragoman.model.annotations import Event, Figure, Mention, Speaker, Statement
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.model.story import Aligned, Copy


def reading(identity, text, language="en", day="2031-03-10"):
    published = Published(day, "day")
    article = Article(
        identity, f"https://x.example/{identity}", SourceRef(identity, identity), "T", text, language, LanguageEvidence("test", 1.0)
    )
    return Reading(replace(article, published=published))


def said(held, words, entity="person:quell", party="NO", act="demand", issue=None):
    start = held.article.text.index(words)
    proof = Evidence(held.article.id, start, start + len(words), words)
    speaker = Speaker(entity, "Quell", None, 0, 5) if entity else None
    return Statement(speaker, party, act, "indirect", issue, words, start, start + len(words), None, proof)


def face(text, language="en", **more):
    held = reading(f"a{abs(hash(text))}", text, language)
    return faces([held], [said(held, text, **more)])[0]


def features(one, other, translated=False):
    return {why.feature: why.score for why in reasons(one, other, translated)}


def test_a_voice_is_a_person_else_a_party_else_nobody():
    quell, abel = face("a"), face("b", entity="person:abel")
    assert same_voice(quell, face("c")).feature == "speaker"
    assert same_voice(quell, abel) is None
    assert same_voice(quell, face("d", entity=None)).feature == "party"
    assert same_voice(quell, face("e", entity=None, party="DK")) is None
    assert same_voice(face("f", entity=None, party=None), face("g", entity=None, party=None)).feature == "unnamed"


def test_equal_acts_and_issues_speak_for_it_others_against():
    one = face("cut the quota", issue="sanctions")
    assert features(one, face("halve the quota now", issue="sanctions"))["issue"] > 0
    assert features(one, face("halve the quota again", issue="border"))["issue"] < 0
    assert features(one, face("no", act="reject"))["act"] < 0
    assert "act" not in features(one, face("well", act="state"))


def test_wording_counts_in_one_language_only():
    one = face("We want the quota cut by half")
    assert features(one, face("We want the quota cut by half, she said"))["wording"] > 2
    assert features(one, face("Fishing will go on as before"))["wording"] < 0.3
    assert "wording" not in features(one, face("We want the quota cut by half!", language="fr"))


def test_names_figures_numbers_and_events_inside_the_words():
    texts = ("Norland took 40000 tonnes", "诺兰捕捞40000吨")
    made = []
    for text, language in zip(texts, ("en", "zh"), strict=True):
        held = reading(f"b{language}", text, language)
        proof = Evidence(held.article.id, 0, len(text), text)
        held = replace(
            held,
            mentions=(Mention(0, 2, text[:2], "place", "NL1"),),
            figures=(Figure("catch", 40000.0, None, None, "t", False, None, None, proof),),
            events=(Event("e", "harm", "x", None, None, "unknown", "held", None, (), (), None, (proof,)),),
        )
        made.append(faces([held], [said(held, text)])[0])
    found = features(*made)
    assert found["named"] == 1.2
    assert found["figures"] == 1.0
    assert found["events"] == 0.5
    bare = [replace(one, figures=frozenset()) for one in made]
    assert features(*bare)["numbers"] == 0.7


def test_days_far_apart_speak_against_it():
    near, far = (replace(face("x"), day=day) for day in ("2031-03-11", "2031-03-20"))
    one = replace(face("y"), day="2031-03-10")
    assert "days" not in features(one, near)
    assert features(one, far)["days"] < 0
    assert "days" not in features(one, replace(far, day="2031"))


def test_sentences_that_are_known_to_answer_count_most():
    left, right = reading("a1", "Eins. Zwei."), reading("a2", "One. Two.")
    known = aligned([Copy("a1", "a2", "translated", 1.0, None, aligned=(Aligned(0, 5, 0, 4),))])
    assert answers(said(left, "Eins."), said(right, "One."), known)
    assert answers(said(right, "One."), said(left, "Eins."), known)
    assert not answers(said(left, "Zwei."), said(right, "One."), known)
    assert features(face("p"), face("q"), translated=True)["aligned"] == 3.0
