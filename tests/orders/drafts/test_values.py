"""What becomes of values that spreadsheets, exports and encodings have damaged: a table by kind of field."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgers import draft

from pandapon_async._core.schema.wire_types import FieldKind
from pandapon_async.orders import AlibabaPayment, FreightBooking, InvalidDraftError
from pandapon_async.orders.drafts.values import PLAIN, check_closely, check_value, key_identity
from pandapon_async.pandapon_v1 import FreightLineItem, OrderLine, Receiver

ITEM = "600126245031041190"
PHONE = "13800000000"

REFUSED: list[tuple[FieldKind, str]] = [
    # Numbers that a spreadsheet has rounded, in all its spellings.
    ("id", "6.00126E17"), ("id", "6.00126E+17"), ("id", "6,00126E+17"), ("id", "6.00126e+17"), ("id", "6E17"),
    ("id", "6.00126 x 10^17"), ("phone", "1.38E+10"), ("phone", "1,38E+10"), ("key", "2.02603E+12"),
    ("quantity", "1E2"), ("amount", "4E2"), ("postcode", "3.1E+05"),
    # Whole numbers with a point.
    ("id", f"{ITEM}.0"), ("id", "610947572360.00"), ("phone", f"{PHONE}.0"), ("key", "1001.0"),
    ("postcode", "310000.0"),
    # What programs write for nothing.
    ("id", "nan"), ("id", "NULL"), ("id", "None"), ("id", "NA"), ("id", "undefined"), ("phone", "NaN"),
    ("phone", "\\N"), ("key", "null"), ("text", "nan"), ("text", "NULL"), ("text", "None"), ("text", "<NA>"),
    ("text", "[object Object]"), ("quantity", "NaN"), ("amount", "NULL"), ("postcode", "NaT"),
    # Errors of formulas, and columns that are too narrow.
    ("id", "#REF!"), ("id", "#N/A"), ("phone", "#VALUE!"), ("text", "#NAME?"), ("amount", "#DIV/0!"),
    ("key", "Err:502"), ("phone", "##########"), ("text", "#####"),
    # Characters that nobody sees.
    ("id", f"{ITEM[:9]}\u200b{ITEM[9:]}"), ("id", f"{ITEM}\u200b"), ("id", f"\u202d{ITEM}\u202c"), ("key", "A\u200d-1"),
    ("phone", f"{PHONE}\u200f"), ("phone", "138\x000000000"), ("id", f"\x1f{ITEM}"), ("text", "1 Road\0"),
    ("text", "1 Road\x1b[0m"), ("quantity", "2\u2060"),
    # Lost in a wrong encoding.
    ("text", "\ufffd\ufffd"), ("text", "锟斤拷锟斤拷"), ("id", "600\ufffd"),
    # Separators, currencies, percentages, dates, truth values, quotation marks.
    ("id", "600,126,245,031,041,190"), ("id", "600 126 245"), ("amount", "1,200"), ("amount", "¥4.00"),
    ("amount", "400元"), ("amount", "$400"), ("amount", "50%"), ("quantity", "1,000"), ("quantity", "200%"),
    ("id", "2026-03-01"), ("id", "1-Mar"), ("phone", "3月1日"), ("id", "TRUE"), ("quantity", "TRUE"), ("key", "FALSE"),
    ("id", "“600126245031041190"), ("id", "600126245031041190;600126245031041191"), ("phone", "138****0000"),
    ("phone", "unknown"), ("postcode", "杭州"),
    # Numbers that no order has.
    ("quantity", "0"), ("quantity", "-1"), ("quantity", "0.0"), ("amount", "-400"), ("id", "-600"),
    ("key", ""), ("key", " "), ("key", "x" * 201), ("key", "a\nb"),
]  # fmt: skip

REPAIRED: list[tuple[FieldKind, str, str]] = [
    ("id", f" {ITEM} ", ITEM), ("id", f"{ITEM}\t", ITEM), ("id", f"{ITEM}\xa0", ITEM), ("id", f"\u3000{ITEM}", ITEM),
    ("id", f'="{ITEM}"', ITEM), ("id", f"'{ITEM}", ITEM), ("id", f"’{ITEM}", ITEM), ("id", f"“{ITEM}”", ITEM),
    ("id", f' ="{ITEM} " ', ITEM), ("id", "６００１２６２４５０３１０４１１９０", ITEM), ("id", f"\r\n{ITEM}", ITEM),
    ("phone", f'="{PHONE}"', PHONE), ("phone", f"'{PHONE}", PHONE), ("phone", "０５７１－８８８８", "0571-8888"),
    ("phone", "+86\u2013138", "+86-138"), ("postcode", "３１００００", "310000"), ("postcode", "'010000", "010000"),
    ("key", "A-1 ", "A-1"), ("key", "Ａ－１", "A-1"), ("key", "A\u20111", "A-1"), ("key", '="A-1"', "A-1"),
    ("key", "'A-1", "A-1"), ("quantity", "２", "2"), ("quantity", "2.0", "2"), ("quantity", "02", "2"),
    ("quantity", "'2", "2"), ("amount", " 400 ", "400"), ("amount", '="400"', "400"), ("amount", "４００", "400"),
    ("text", " 1 Road ", "1 Road"), ("text", '="1 Road"', "1 Road"), ("text", "\u200b1 Ro\u200bad\ufeff", "1 Road"),
    ("text", "\u202d1 Road\u202c", "1 Road"),
]  # fmt: skip

SUSPICIOUS: list[tuple[FieldKind, str]] = [
    ("id", "600126245031041000"), ("id", "6001262450310410000"), ("key", "202603010000000000"), ("key", "3月1日"),
    ("key", "1-Mar"), ("phone", "1380000000"), ("phone", "138000000001"), ("postcode", "10000"),
    ("quantity", "100001"), ("amount", "10000001"), ("amount", PHONE), ("amount", "100000.01"),
    ("text", "1 Road &amp; Co"), ("text", "&#24352;"), ("text", "å¼\xa0ä¸‰"), ("text", "寮犱笁鏉庡洓"),
]  # fmt: skip

ACCEPTED: list[tuple[FieldKind, str]] = [
    ("id", ITEM), ("id", "5016042822039"), ("id", "b266e0726506185beaf205cbae88530d"), ("id", "BBBtoken=="), ("id", ""),
    ("id", "12345678901234567000"[:17]), ("phone", PHONE), ("phone", "+86 138 0000 0000"), ("phone", "0571-88888888"),
    ("phone", "(0571) 8888 8888"), ("phone", "400-800-8888"), ("phone", "13800000000转1234"), ("phone", ""),
    ("postcode", "310000"), ("postcode", "SW1A 1AA"), ("postcode", ""), ("key", "A-1"), ("key", "2026-03-01/7"),
    ("key", "1E5"), ("key", "MARCO-1"), ("key", "DEC-0001-X"), ("key", "订单-1"), ("quantity", "2"),
    ("quantity", "2.5"), ("quantity", "x"), ("amount", "400"), ("amount", "12.50"), ("amount", "0"),
    ("text", "余杭区 1 号楼\n2 室"),
    ("text", "O'Neil"), ("text", "'s-Gravenhage"), ("text", "-5 °C"), ("text", "𠮷野家👨\u200d👩\u200d👧"),
    ("text", "Müller & Söhne"), ("text", "Na"), ("text", "TRUE"), ("text", "1.38E+10"), ("text", "2026-03-01"),
]  # fmt: skip


def test_the_tables_are_no_smaller_than_promised() -> None:
    assert len({*REFUSED, *((kind, value) for kind, value, _ in REPAIRED), *SUSPICIOUS}) >= 60
    for table in (REFUSED, REPAIRED, SUSPICIOUS, ACCEPTED):
        assert {row[0] for row in table} == set(get_args(FieldKind))


@pytest.mark.parametrize(("kind", "value"), REFUSED)
def test_what_is_certainly_damaged_is_refused(kind: FieldKind, value: str) -> None:
    verdict, kept, notes = check_value(kind, value)
    assert (verdict, kept) == ("refused", value)
    assert notes
    assert len(value) < 4 or value not in notes[0]


@pytest.mark.parametrize(("kind", "value", "meant"), REPAIRED)
def test_what_has_one_meaning_is_repaired(kind: FieldKind, value: str, meant: str) -> None:
    verdict, repaired, notes = check_value(kind, value)
    assert (verdict, repaired) == ("repaired", meant)
    assert notes


@pytest.mark.parametrize(("kind", "value"), SUSPICIOUS)
def test_what_may_be_damaged_is_asked_about(kind: FieldKind, value: str) -> None:
    verdict, kept, notes = check_value(kind, value)
    assert (verdict, kept) == ("suspicious", value)
    assert notes


@pytest.mark.parametrize(("kind", "value"), ACCEPTED)
def test_what_is_right_is_left_alone(kind: FieldKind, value: str) -> None:
    assert check_value(kind, value) == ("accepted", value, ())


@pytest.mark.parametrize(
    ("kind", "value", "verdict"),
    [
        ("id", 600126245031041190, "accepted"),
        ("id", 600126245031041000, "suspicious"),
        ("id", 6.00126e17, "refused"),
        ("id", -1, "refused"),
        ("key", 1001, "accepted"),
        ("key", 1001.0, "refused"),
        ("quantity", 2, "accepted"),
        ("quantity", 2.5, "accepted"),
        ("quantity", 0, "refused"),
        ("quantity", float("nan"), "refused"),
        ("quantity", 10**9, "suspicious"),
        ("amount", 400, "accepted"),
        ("amount", -1, "refused"),
        ("amount", Decimal("12.50"), "accepted"),
        ("amount", Decimal(10**6), "suspicious"),
        ("amount", Decimal("NaN"), "refused"),
        ("text", 5, "accepted"),
        ("id", True, "accepted"),
        ("id", None, "accepted"),
    ],
)
def test_numbers_out_of_json_and_python_have_the_same_rules(kind: FieldKind, value: object, verdict: str) -> None:
    assert check_value(kind, value).verdict == verdict


TEXTS = st.text(
    st.one_of(st.sampled_from(" '\"=+-@0123456789.,eE\t\r\n\u200b\xa0ＡA１“”’-"), st.characters()), max_size=24
)


@given(kind=st.sampled_from(get_args(FieldKind)), value=TEXTS)
def test_a_value_that_was_repaired_needs_no_second_repair(kind: FieldKind, value: str) -> None:
    verdict, kept, _ = check_value(kind, value)
    if verdict == "refused":
        assert kept == value
    else:
        again = check_value(kind, kept)
        assert again.value == kept
        assert again.verdict == ("suspicious" if verdict == "suspicious" else "accepted")


@given(data=st.data(), kind=st.sampled_from(get_args(FieldKind)))
def test_what_is_right_at_a_glance_is_right_by_all_rules(data: st.DataObject, kind: FieldKind) -> None:
    value = data.draw(st.from_regex(PLAIN[kind], fullmatch=True, alphabet=st.characters(codec="ascii")))
    assert check_closely(kind, value) == check_value(kind, value) == ("accepted", value, ())


@pytest.mark.parametrize("spelling", ["A-1", "a-1", "A-1 ", "Ａ－１", "A\u20111", " a\u20131\u3000"])
def test_keys_are_the_same_in_all_their_spellings(spelling: str) -> None:
    assert key_identity(spelling) == key_identity("A-1")


# -- drafts made in Python ---------------------------------------------------------------------------------------------


def test_a_draft_made_in_python_is_repaired_and_the_log_says_so(caplog: pytest.LogCaptureFixture) -> None:
    there = draft(
        "A-1 ",
        receiver=Receiver(name=" Planted Person", mobile_phone="'13800000000", address="1 Planted Road"),
        order_line_list=[OrderLine(item_id=f'="{ITEM}"', quantity=2, price=200)],
    )
    assert there.store() == draft().store()
    assert there.store().key == "A-1"
    assert "order_line_list.0.item_id: read" in caplog.text
    assert "Planted" not in caplog.text
    assert ITEM not in caplog.text


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            {"order_line_list": [OrderLine(item_id="6.00126E17")]},
            "order_line_list.0.item_id: a spreadsheet has rounded",
        ),
        ({"order_line_list": [OrderLine(item_id=ITEM, quantity=0)]}, "order_line_list.0.quantity: must be at least 1"),
        ({"receiver": Receiver(address="nan")}, "receiver.address: is what a program wrote"),
        ({"purchase_amount": -1}, "purchase_amount: must not be negative"),
    ],
)
def test_a_draft_made_in_python_is_refused_where_a_file_would_be(changes: dict[str, object], problem: str) -> None:
    with pytest.raises(InvalidDraftError) as caught:
        draft(**changes).store()
    assert str(caught.value).startswith(problem)


def test_suspicious_values_of_python_are_asked_about() -> None:
    there = draft(order_line_list=[OrderLine(item_id=600126245031041000)])
    with pytest.raises(InvalidDraftError, match="accept_suspicious=True"):
        there.store()
    assert there.store(accept_suspicious=True).key == "A-1"


def test_values_deep_inside_and_unusual_kinds_of_draft_are_checked() -> None:
    with pytest.raises(InvalidDraftError, match=r"^line_items.1.quantity"):
        FreightBooking(key="B", line_items=[FreightLineItem(quantity=1), FreightLineItem(quantity=0)]).store()
    with pytest.raises(InvalidDraftError, match=r"^order_id: a spreadsheet"):
        AlibabaPayment(order_id="4.5E+18").store()
