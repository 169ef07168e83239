import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TEXTS = [
    "", " ", "Talks in Geneva end without agreement", "日内瓦会谈没有达成协议，双方将于9月再次会面。", "Переговоры в Женеве завершились без соглашения",
    "انتهت المحادثات في جنيف دون اتفاق", "ジュネーブでの協議は合意なく終わった", "제네바 회담이 합의 없이 끝났다", "การเจรจาในเจนีวาสิ้นสุดลง",
    "जिनेवा में वार्ता बिना समझौते के समाप्त हुई", "Οι συνομιλίες στη Γενεύη", "שיחות בז'נבה", "a  b   c\n\n\td", "Ａ１　ｆｕｌｌ ｗｉｄｔｈ ﬁ ㎏ ①",
    "👩‍👩‍👧‍👦🏽 🇺🇳 ☎️", "x" * 700, "цена" * 90, "e\u0301 \u00ad \u200b \ufeff \u2028 \ue000 \U000e0041", "\u2581a\u2581\u2581b", "<s> </s> <unk> <mask>", "\U0001f9ff𒀀𓀀",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_there_are_as_many_pieces_as_the_wheels_engine_finds(tokens, engine, text):
    assert len(tokens.numbers("query: " + text, 512)) == engine.token_count(text, True)


@settings(max_examples=150, deadline=None)
@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60))
def test_any_text_has_as_many_pieces_as_the_wheels_engine_finds(tokens, engine, text):
    assert len(tokens.numbers("query: " + text, 512)) == engine.token_count(text, True)


def test_pieces_put_together_are_the_text(tokens, weights):
    numbers = tokens.numbers("Talks in Geneva", 96)
    assert "".join(weights.pieces.words[number] for number in numbers) == "<s>\u2581Talks\u2581in\u2581Geneva</s>"


def test_what_is_beyond_is_cut_off(tokens, weights):
    numbers, whole = tokens.numbers("one two three four five", 4), tokens.numbers("one two three four five", 96)
    assert numbers == [*whole[:3], weights.pieces.end]


def test_a_character_without_a_piece_is_unknown(tokens, weights):
    assert weights.pieces.unknown in tokens.numbers("\U00012000", 96)
