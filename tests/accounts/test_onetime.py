from __future__ import annotations

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.accounts import onetime

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # RFC 6238, appendix B: "12345678901234567890"
AT = {59: "287082", 1111111109: "081804", 1111111111: "050471", 1234567890: "005924", 2000000000: "279037"}


@pytest.mark.parametrize(("now", "code"), AT.items())
def test_the_codes_of_the_standard_are_accepted(now, code):
    assert onetime.step(SECRET, code, now) == now // 30


def test_a_code_opens_once():
    code = pyotp.TOTP(SECRET).at(1_000_000)
    used = onetime.step(SECRET, code, 1_000_000.0)
    assert used is not None
    assert onetime.step(SECRET, code, 1_000_000.0, used) is None
    assert onetime.step(SECRET, code, 1_000_030.0, used) is None


def test_clocks_may_be_a_step_off_and_no_more():
    code = pyotp.TOTP(SECRET).at(1_000_000)
    accepted = [onetime.step(SECRET, code, 1_000_000.0 + shift * 30) is not None for shift in (-2, -1, 0, 1, 2)]
    assert accepted == [False, True, True, True, False]


def test_blanks_that_apps_show_do_not_matter():
    code = pyotp.TOTP(SECRET).at(1_000_000)
    assert onetime.step(SECRET, f" {code[:3]} {code[3:]}", 1_000_000.0) == 33333


@given(st.text(max_size=12))
def test_nothing_typed_is_an_error(text):
    assert onetime.step(SECRET, text, 59.0) in (None, 0, 1, 2)


@pytest.mark.parametrize("text", ["", "28708", "2870822", "٢٨٧٠٨٢", "²87082"])
def test_what_is_no_code_is_none(text):
    assert onetime.step(SECRET, text, 59.0) is None


def test_secrets_are_long_and_new_each_time():
    assert len({onetime.new_secret() for _ in range(50)}) == 50
    assert len(onetime.new_secret()) == 32


def test_the_picture_is_one_svg_without_style_or_script():
    markup = onetime.picture(onetime.address(SECRET, "奎尔 <b>"))
    tree = etree.fromstring(markup)
    assert etree.QName(tree).localname == "svg"
    assert not tree.xpath("//@style | //*[local-name() = 'style' or local-name() = 'script']")


def test_the_address_names_the_desk_and_the_account():
    made = pyotp.parse_uri(onetime.address(SECRET, "ada & co"))
    assert (made.secret, made.name, made.issuer) == (SECRET, "ada & co", "Dragoman")


def test_recovery_codes_are_read_as_people_type_them():
    codes = onetime.recovery_codes()
    assert len(set(codes)) == onetime.CODES
    assert all(onetime.plain(code) == onetime.plain(code.upper().replace("-", " ")) for code in codes)
    assert all(len(onetime.plain(code)) == 16 for code in codes)
