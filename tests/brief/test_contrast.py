from msgspec.structs import replace

from dragoman.brief.contrast import contrast
from dragoman.model.annotations import Event, Figure, Mention, Speaker, Statement
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.model.story import Copy


def account(identity, language, lines, figure=None, event=None):
    """A reading whose lines are (entity, act, issue, words)."""
    text = "\n\n".join(words for *_, words in lines) or "Nothing."
    article = Article(
        identity, f"https://x.example/{identity}", SourceRef(identity, identity), identity, text, language, LanguageEvidence("test", 1.0)
    )
    made = Reading(replace(article, published=Published("2031-03-10", "day")))
    statements = []
    for entity, act, issue, words in lines:
        start = text.index(words)
        proof = Evidence(identity, start, start + len(words), words)
        speaker = Speaker(entity, entity, None, start, start + 1) if entity else None
        statements.append(Statement(speaker, None, act, "indirect", issue, words, start, proof.end, None, proof))
    proof = Evidence(identity, 0, len(text), text)
    figures = (Figure("catch", figure, figure, figure, "t", False, None, None, proof, "catch"),) if figure else ()
    events = (
        (
            Event(
                f"e{identity}",
                "consult",
                event,
                "2031-03-14",
                "2031-03-14",
                "day",
                "announced",
                None,
                ("NO", "DK"),
                (),
                None,
                (proof,),
                None,
                None,
                "2031-03-14",
                "2031-03-14",
            ),
        )
        if event
        else ()
    )
    names = tuple(Mention(0, 1, text[:1], "person", line[0], line[0]) for line in lines if line[0])
    return replace(made, statements=tuple(statements), figures=figures, events=events, mentions=names)


EN = account(
    "a1",
    "en",
    [
        ("person:q", "demand", "border", "Cut the quota by half"),
        ("person:q", "warn", "sanctions", "There will be sanctions"),
        ("person:b", "state", None, "Ports will go under"),
        ("person:only", "state", None, "A thing that nobody else has"),
    ],
    40000.0,
    "Envoys meet",
)
ZH = account(
    "a2",
    "zh",
    [
        ("person:q", "warn", "sanctions", "将会有制裁"),
        ("person:q", "demand", "border", "配额应当减半"),
        ("person:b", "state", None, "港口将会破产"),
        ("person:c", "state", None, "别的事情"),
    ],
    30000.0,
    "代表会谈",
)


def words(pairs):
    return [(pair.one.text, pair.other.text) for pair in pairs]


def test_statements_of_one_voice_that_agree_stand_beside_each_other_each_once():
    found = contrast([EN], [ZH])
    assert words(found.pairs) == [
        ("Cut the quota by half", "配额应当减半"),
        ("There will be sanctions", "将会有制裁"),
        ("Ports will go under", "港口将会破产"),
    ]
    assert "only one" in [why.feature for why in found.pairs[2].why]
    assert [said.text for said in found.one.statements] == ["A thing that nobody else has"]
    assert [said.text for said in found.other.statements] == ["别的事情"]


def test_figures_that_differ_stand_beside_each_other():
    (measured,) = contrast([EN], [ZH]).figures
    assert (measured.ones[0].value, measured.others[0].value, measured.agree) == (40000.0, 30000.0, False)


def test_happenings_and_names_are_parted_by_who_has_them():
    found = contrast([EN], [ZH])
    assert [len(event.evidence) for event in found.events] == [2]
    assert (found.one.events, found.other.events) == ((), ())
    assert {entity.id for entity in found.names} == {"person:q", "person:b"}
    assert [entity.id for entity in found.one.names] == ["person:only"]
    assert [entity.id for entity in found.other.names] == ["person:c"]


def test_the_other_way_round_it_is_the_same():
    there, back = contrast([EN], [ZH]), contrast([ZH], [EN])
    assert sorted(words(there.pairs)) == sorted((one, other) for other, one in words(back.pairs))
    assert there.one.statements == back.other.statements


def test_what_a_copy_repeats_is_shown_on_both_sides():
    again = account("a3", "en", [("person:q", "demand", "border", "Cut the quota by half")])
    found = contrast([EN], [again], [Copy("a3", "a1", "abridged", 0.9, None)])
    assert words(found.pairs) == [("Cut the quota by half", "Cut the quota by half")]


def test_two_accounts_of_nothing_have_nothing():
    empty = contrast([account("a4", "en", [])], [account("a5", "fr", [])])
    assert (empty.pairs, empty.figures, empty.events, empty.names) == ((), (), (), ())
