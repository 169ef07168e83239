from __future__ import annotations

from dragoman.annotate.speech_scene import scene


def units(told, language: str, text: str) -> list[str]:
    return [text[unit.start : unit.end] for unit in scene(told(language, text)).units]


def test_a_sentence_is_cut_before_the_quotation_that_follows_its_frame(told) -> None:
    assert units(told, "en", "“We go,” he said. “We go today.”") == ["“We go,” he said.", "“We go today.”"]


def test_a_quotation_of_several_sentences_stays_with_its_frame(told) -> None:
    assert units(told, "en", "“We go. We go today,” he said.") == ["“We go. We go today,” he said."]
    assert units(told, "zh", "“我们走。”他说。") == ["“我们走。”他说。"]


def test_paragraphs_are_never_joined(told) -> None:
    assert units(told, "en", "One day.\n\nAnother day.") == ["One day.", "Another day."]


def test_quoted_tells_what_lies_in_quotation_marks(told) -> None:
    text = "He said “go” twice."
    laid = scene(told("en", text))
    assert (laid.quoted(text.index("go")), laid.quoted(0)) == (True, False)
    assert laid.unit_at(3) == laid.units[0]
    assert laid.unit_at(len(text) + 5) is None


def test_traditional_characters_and_half_width_marks_are_read_and_words_kept_as_they_are(told) -> None:
    text = "外交部發言人表示,會談「很順利」。"
    laid = scene(told("zh", text))
    assert laid.text == "外交部发言人表示，会谈「很顺利」。"
    assert laid.words(0, 6) == "外交部發言人"
    assert laid.voices[0].name == "外交部發言人"
    assert scene(told("en", "One, two.")).text == "One, two."
