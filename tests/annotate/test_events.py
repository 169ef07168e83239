"""Events on texts written for these tests, with names and times given by hand."""

from __future__ import annotations

import re

from dragoman.annotate.events import Events
from dragoman.model.annotations import Event, Mention, Sentence, TimeExpression
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading

NAMES = {
    "Ethiopia": ("place", "ET", "ET"),
    "Eritrea": ("place", "ER", "ER"),
    "Nairobi": ("place", "KE", "place:nairobi"),
    "African Union": ("organisation", "AU", "AU"),
    "Kenya": ("place", "KE", "KE"),
    "Sudan": ("place", "SD", "SD"),
    "埃塞俄比亚": ("place", "ET", "ET"),
    "厄立特里亚": ("place", "ER", "ER"),
    "肯尼亚": ("place", "KE", "KE"),
    "内罗毕": ("place", "KE", "place:nairobi"),
    "苏丹": ("place", "SD", "SD"),
    "Эфиопия": ("place", "ET", "ET"),
    "Эритреи": ("place", "ER", "ER"),
    "Эритрея": ("place", "ER", "ER"),
    "Найроби": ("place", "KE", "place:nairobi"),
    "Амина Тесфай": ("person", "ET", "person:amina"),
    "Amina Tesfay": ("person", "ET", "person:amina"),
}


def read(text: str, language: str, published: str, times: dict[str, str], dateline: str | None = None) -> tuple[Event, ...]:
    """`times` maps a surface to "earliest/latest/precision" or a day."""
    article = Article(
        id="a1",
        url="capture:1",
        source=SourceRef("desk", "Desk"),
        title="",
        text=text,
        language=language,
        language_evidence=LanguageEvidence("script", 1.0),
        dateline=dateline,
        published=Published(published, "day"),
    )
    ends = [match.end() for match in re.finditer(r"[。！？]|[.!?](?=\s[A-ZА-Я]|$)", text)]
    starts = [0, *ends]
    sentences = tuple(Sentence(start, end) for start, end in zip(starts, ends, strict=False))
    mentions = [
        Mention(match.start(), match.end(), name, kind, entity=entity, party=party)  # type: ignore[arg-type]
        for name, (kind, party, entity) in NAMES.items()
        for match in re.finditer(re.escape(name), text)
    ]
    found = []
    for surface, value in times.items():
        earliest, latest, precision = value.split("/") if "/" in value else (value, value, "day")
        for match in re.finditer(re.escape(surface), text):
            found.append(TimeExpression(match.start(), match.end(), surface, earliest, precision, "date", earliest, latest))  # type: ignore[arg-type]
    reading = Reading(article, sentences=sentences, mentions=tuple(mentions), times=tuple(sorted(found, key=lambda one: one.start)))
    events = Events().annotate(reading).events
    for event in events:
        for evidence in event.evidence:
            assert text[evidence.start : evidence.end] == evidence.text
            assert evidence.cue is not None
            assert evidence.start <= evidence.cue.start < evidence.cue.end <= evidence.end
    return events


def test_a_planned_meeting_has_date_place_and_both_sides() -> None:
    text = "Envoys from Ethiopia and Eritrea will meet in Nairobi on 3 May to discuss a ceasefire, the African Union said on Thursday."
    (event,) = read(text, "en", "2023-04-20", {"3 May": "2023-05-03", "Thursday": "2023-04-20"})
    assert (event.type, event.status, event.start, event.place_entity) == ("consult", "announced", "2023-05-03", "place:nairobi")
    assert event.parties == ("ET", "ER")
    assert event.label.startswith("Envoys from Ethiopia and Eritrea will meet in Nairobi")


def test_the_month_of_may_is_no_modal_verb() -> None:
    (event,) = read("Ethiopia and Kenya met on 3 May.", "en", "2023-06-01", {"3 May": "2023-05-03"})
    assert event.status == "held"


def test_what_is_conditional_denied_or_wished_for_is_left_out() -> None:
    days = {"3 May": "2023-05-03"}
    assert read("If talks between Ethiopia and Eritrea fail on 3 May, war looms.", "en", "2023-04-20", days) == ()
    assert read("Ethiopia did not meet Eritrea on 3 May.", "en", "2023-06-20", days) == ()
    assert read("Ethiopia refused to meet Eritrea on 3 May.", "en", "2023-06-20", days) == ()
    assert read("如果5月3日谈判破裂，埃塞俄比亚将撤回代表。", "zh", "2023-04-20", {"5月3日": "2023-05-03"}) == ()
    assert read("Если переговоры 3 мая сорвутся, Эфиопия уйдёт.", "ru", "2023-04-20", {"3 мая": "2023-05-03"}) == ()


def test_a_list_of_meetings_gives_each_its_own_date_place_and_parties() -> None:
    text = "5月3日，埃塞俄比亚与厄立特里亚将在肯尼亚内罗毕就停火问题举行会谈；5月9日，苏丹将同肯尼亚举行对话。"
    first, second = read(text, "zh", "2023-04-20", {"5月3日": "2023-05-03", "5月9日": "2023-05-09"})
    assert (first.start, first.parties, first.place_entity, first.status) == ("2023-05-03", ("ET", "ER"), "place:nairobi", "announced")
    assert (second.start, second.parties, second.place) == ("2023-05-09", ("SD", "KE"), None)


def test_a_topic_and_a_place_are_no_parties() -> None:
    (event,) = read("Ethiopia and Eritrea held talks on Sudan in Kenya on Monday.", "en", "2023-05-10", {"Monday": "2023-05-08"})
    assert event.parties == ("ET", "ER")
    assert event.place == "Kenya"


def test_two_listed_dates_give_two_events() -> None:
    text = "埃塞俄比亚和厄立特里亚先后在7月底、9月底举行了两轮对话。"
    times = {"7月底": "2021-07-21/2021-07-31/part of month", "9月底": "2021-09-21/2021-09-30/part of month"}
    assert [event.start for event in read(text, "zh", "2021-12-01", times)] == ["2021-07", "2021-09"]


def test_a_date_that_modifies_a_noun_stays_with_that_noun() -> None:
    text = "5月30日，埃塞俄比亚与厄立特里亚举行了会谈，相较于同月7日的那次视频会晤，这一次是电话会谈。"
    events = read(text, "zh", "2023-06-02", {"5月30日": "2023-05-30", "同月7日": "2023-05-07"})
    assert [(event.start, event.format) for event in events] == [("2023-05-30", "telephone"), ("2023-05-07", "video")]


def test_both_sides_are_those_named_before() -> None:
    text = "埃塞俄比亚与厄立特里亚5月3日在内罗毕举行了会谈。两国5月9日再度通电话。"
    events = read(text, "zh", "2023-06-02", {"5月3日": "2023-05-03", "5月9日": "2023-05-09"})
    assert events[1].parties == ("ET", "ER")
    assert events[1].format == "telephone"


def test_a_second_mention_of_the_talks_is_the_same_event() -> None:
    text = "Ethiopia and Eritrea held talks in Nairobi on Monday. The talks made no progress."
    first, second = read(text, "en", "2023-05-10", {"Monday": "2023-05-08"})
    assert (second.start, second.parties, second.place) == (first.start, first.parties, first.place)
    assert second.id != first.id
    assert second.sure < first.sure


def test_a_postponement_links_the_new_date_to_the_old_one() -> None:
    text = "Talks between Ethiopia and Eritrea were postponed from 25 April to 3 May."
    old, new = read(text, "en", "2023-04-20", {"25 April": "2023-04-25", "3 May": "2023-05-03"})
    assert (old.status, old.start) == ("moved", "2023-04-25")
    assert (new.status, new.start, new.supersedes) == ("announced", "2023-05-03", old.id)


def test_a_postponement_that_names_only_the_new_date_says_so() -> None:
    text = "Переговоры Эритреи с делегацией Кении перенесены на 3 мая."
    (event,) = read(text, "ru", "2023-04-20", {"3 мая": "2023-05-03"})
    assert (event.status, event.supersedes) == ("announced", "")


def test_status_follows_tense_and_the_date_of_writing() -> None:
    monday = {"Monday": "2023-05-08"}
    assert read("Ethiopia and Eritrea are meeting Monday.", "en", "2023-05-08", monday)[0].status == "ongoing"
    assert read("Ethiopia and Eritrea met Monday.", "en", "2023-05-08", monday)[0].status == "held"
    assert read("Ethiopia and Eritrea will meet Monday.", "en", "2023-05-08", monday)[0].status == "announced"
    assert read("The summit of Ethiopia and Eritrea on Monday was called off.", "en", "2023-05-01", monday)[0].status == "cancelled"
    assert read("Эфиопия и Эритрея встретились 8 мая.", "ru", "2023-05-10", {"8 мая": "2023-05-08"})[0].status == "held"
    assert read("Эфиопия и Эритрея встретятся 8 мая.", "ru", "2023-05-01", {"8 мая": "2023-05-08"})[0].status == "announced"


def test_a_time_that_only_bounds_dates_nothing() -> None:
    assert read("Ethiopia and Eritrea met for the first time since 2018.", "en", "2023-05-08", {"2018": "2018-01-01/2018-12-31/year"}) == ()


def test_reported_speech_does_not_lend_its_date_to_what_is_said() -> None:
    text = "Kenya said Tuesday that Ethiopia and Eritrea held talks in Nairobi."
    assert read(text, "en", "2023-05-10", {"Tuesday": "2023-05-09"}) == ()


def test_a_meeting_of_the_day_takes_the_dateline_as_its_place() -> None:
    text = "Ethiopia and Eritrea are meeting Monday."
    (event,) = read(text, "en", "2023-05-08", {"Monday": "2023-05-08"}, dateline="NAIROBI")
    assert event.place == "Nairobi"


def test_a_past_summit_is_dated_by_its_year_and_placed_by_its_city() -> None:
    (event,) = read("A 2008 Nairobi summit concluded that Sudan may join.", "en", "2022-01-12", {"2008": "2008-01-01/2008-12-31/year"})
    assert (event.start, event.end, event.precision, event.place, event.parties) == ("2008", "2008", "year", "Nairobi", ())


def test_the_same_reading_gives_the_same_events() -> None:
    text, times = "Ethiopia and Eritrea met Monday.", {"Monday": "2023-05-08"}
    assert read(text, "en", "2023-05-09", times) == read(text, "en", "2023-05-09", times)


def test_a_language_without_a_table_gives_only_shared_words_and_no_error() -> None:
    assert read("Mkutano ulifanyika 8 Mei.", "sw", "2023-05-10", {"8 Mei": "2023-05-08"}) == ()


def test_a_clause_behind_may_plan_move_or_cancel_what_was_named() -> None:
    days = {"3 May": "2023-05-03", "9 May": "2023-05-09", "3 мая": "2023-05-03", "9 мая": "2023-05-09"}
    (planned,) = read("The summit of Ethiopia and Eritrea, planned for 3 May, draws protests from students.", "en", "2023-04-20", days)[:1]
    assert (planned.status, planned.start) == ("announced", "2023-05-03")
    old, new = read("Саммит Эритреи с участием Кении, намеченный на 3 мая, перенесён на 9 мая.", "ru", "2023-04-20", days)
    assert (old.status, old.start, new.start, new.supersedes) == ("moved", "2023-05-03", "2023-05-09", old.id)


def test_an_election_is_the_affair_of_the_country_where_it_is_held() -> None:
    (event,) = read("An election will be held in Kenya on 3 May.", "en", "2023-04-20", {"3 May": "2023-05-03"})
    assert event.parties == ("KE",)


def test_traditional_characters_read_as_simplified_ones_and_stay_as_they_are() -> None:
    (event,) = read("5月3日，埃塞俄比亚與厄立特里亚將在内罗毕舉行會談。", "zh", "2023-04-20", {"5月3日": "2023-05-03"})
    assert (event.type, event.status, event.parties) == ("consult", "announced", ("ET", "ER"))
    assert "會談" in event.label


def test_what_a_lead_tells_of_its_own_day_without_a_tense_was_held() -> None:
    lead = "埃塞俄比亚与厄立特里亚5月4日在内罗毕会谈。"
    assert [event.status for event in read(lead, "zh", "2016-05-04", {"5月4日": "2016-05-04"})] == ["held"]


def test_days_in_an_insertion_date_what_stands_before_it() -> None:
    text = "The previous meetings, on 2 May and 3 June, led to an exchange."
    found = read(text, "en", "2016-07-04", {"2 May": "2016-05-02", "3 June": "2016-06-03"})
    assert [(event.start, event.status) for event in found] == [("2016-05-02", "held"), ("2016-06-03", "held")]


def test_a_subordinate_clause_dates_only_its_own_happening() -> None:
    text = "It was the first session since Ethiopia and Kenya attacked Sudan in June."
    found = read(text, "en", "2016-07-20", {"June": "2016-06-01/2016-06-30/month"})
    assert [(event.type, event.parties, event.place) for event in found] == [("assault", ("ET", "KE", "SD"), "Sudan")]


def test_a_demand_is_not_what_it_demands() -> None:
    text = "肯尼亚5月3日要求苏丹释放厄立特里亚人员。"
    assert read(text, "zh", "2016-05-04", {"5月3日": "2016-05-03"}) == ()


def test_a_country_that_only_places_the_town_takes_no_part() -> None:
    text = "Ethiopia and Eritrea held talks in Nairobi, Kenya on 3 May."
    (event,) = read(text, "en", "2016-05-04", {"3 May": "2016-05-03"})
    assert (event.parties, event.place) == (("ET", "ER"), "Nairobi")


def test_another_visit_in_an_insertion_lends_no_party() -> None:
    text = "Ethiopia, on a visit to Kenya, cancelled plans to meet Eritrea on 3 May."
    (event,) = read(text, "en", "2016-05-01", {"3 May": "2016-05-03"})
    assert set(event.parties) == {"ET", "ER"}


def test_a_week_alone_makes_no_entry() -> None:
    assert read("Talks were held this week.", "en", "2016-05-04", {"this week": "2016-05-02/2016-05-08/week"}) == ()
