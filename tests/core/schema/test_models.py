"""Models: documented fields typed, the rest kept, personal data out of sight."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pandapon_async import UNSET, InvalidArgumentError, Model, Unset
from pandapon_async._core.schema.models import model, wire_field
from pandapon_async._core.schema.nested import Nested
from pandapon_async._core.schema.wire_types import TEXT, ListOf
from pandapon_async.pandapon_v1 import (
    Fee,
    FreightSubOrder,
    InternationalLogisticInfo,
    LogisticInfo,
    OrderBookingFreightResult,
    OrderLine,
    Receiver,
    ReceiverAddress,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(), children, max_size=4),
    max_leaves=20,
)


def test_absent_and_null_are_different() -> None:
    fee = Fee.from_dict({"amount": None})
    assert fee.amount is None
    assert fee.currency is UNSET
    assert fee.unknown_fields == {}


def test_unset_is_false_and_survives_copying_and_pickling() -> None:
    assert not UNSET
    assert repr(UNSET) == "UNSET"
    assert copy.deepcopy(UNSET) is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert isinstance(UNSET, Unset)


def test_misspelt_wire_names_are_spelt_right_in_python() -> None:
    info = InternationalLogisticInfo.from_dict({"logisticNumer": "X1"})
    assert info.logistic_number == "X1"
    assert info.to_dict() == {"logisticNumer": "X1"}


def test_unknown_fields_are_kept_reachable_and_sent_again() -> None:
    source: dict[str, Any] = {"currency": "USD", "taxRate": 5, "nested": {"a": [1]}}
    fee = Fee.from_dict(source)
    assert fee.unknown_fields == {"taxRate": 5, "nested": {"a": [1]}}
    assert fee.to_dict() == source


def test_a_value_of_another_type_is_kept() -> None:
    result = OrderBookingFreightResult.from_dict({"orderId": 21, "orderFee": "free", "subOrders": [None, 3, {}]})
    assert result.order_id == "21"
    assert result.order_fee == "free"  # type: ignore[comparison-overlap]
    assert result.sub_orders == [None, 3, FreightSubOrder()]


@given(st.dictionaries(st.sampled_from(["orderId", "orderFee", "subOrders", "x"]), JSON))
def test_any_object_becomes_a_model_and_none_of_it_is_lost(source: dict[str, Any]) -> None:
    result = OrderBookingFreightResult.from_dict(source)
    assert isinstance(result, OrderBookingFreightResult)
    kept = {"orderId", "orderFee", "subOrders"} & source.keys()
    assert {wire.name for attribute, wire in result.wire_fields() if getattr(result, attribute) is not UNSET} == kept
    assert result.unknown_fields == {name: value for name, value in source.items() if name == "x"}
    again = OrderBookingFreightResult.from_dict(result.to_dict())
    assert again == result
    assert result.to_dict().keys() == source.keys()


def test_amounts_are_decimals() -> None:
    fee = Fee.from_dict({"amount": "322.90", "currency": "USD"})
    assert fee.amount == Decimal("322.90")
    assert fee.to_dict() == {"amount": "322.90", "currency": "USD"}


def test_none_is_refused_where_null_is_not_documented() -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        Receiver(name=None).encode("receiver")  # type: ignore[arg-type]
    assert str(caught.value) == "receiver.name: may not be None; leave it out, or pass UNSET"
    assert ReceiverAddress(tax_id=None).encode("x") == {"taxId": None}


@model
class Parcel(Model):
    """Comes in answers and goes in requests: may lack anything, but must not be sent without its number."""

    number: str | Unset | None = wire_field("no", TEXT, default=UNSET, required=True)
    note: str | Unset | None = wire_field("note", TEXT, default=UNSET)


@model
class Line(Model):
    """Goes in requests only."""

    sku: str = wire_field("sku", TEXT)


def test_what_a_request_needs_is_asked_for_by_place_although_an_answer_may_lack_it() -> None:
    assert Parcel.from_dict({}).to_dict() == {}
    assert Parcel(number="1").encode("x") == {"no": "1"}
    with pytest.raises(InvalidArgumentError) as caught:
        ListOf(Nested(f"{__name__}:Parcel")).encode([Parcel(number="1"), Parcel(note="n")], "parcels")
    assert str(caught.value) == "parcels[1].number: is required"


def test_what_has_no_default_is_needed_also_where_an_answer_was_taken_for_a_request() -> None:
    with pytest.raises(TypeError, match="sku"):
        Line()  # type: ignore[call-arg]
    with pytest.raises(InvalidArgumentError) as caught:
        Nested(f"{__name__}:Line").encode(Line.from_dict({"qty": 1}), "line")
    assert str(caught.value) == "line.sku: is required"


def test_unknown_fields_that_json_cannot_hold_are_refused_by_place() -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        Receiver(unknown_fields={"a": {"b": object()}}).encode("receiver")  # type: ignore[dict-item]
    assert str(caught.value) == "receiver.a.b: expected a JSON value, got object"


def test_errors_name_the_place_and_never_the_value() -> None:
    info = LogisticInfo(domestic_logistic_info=["13800000000"])  # type: ignore[list-item]
    with pytest.raises(InvalidArgumentError) as caught:
        info.encode("logistic_infos[0]")
    assert caught.value.argument == "logistic_infos[0].domestic_logistic_info[0]"
    assert "13800000000" not in repr(caught.value)


def test_a_repr_masks_personal_data_and_leaves_out_what_is_unset() -> None:
    receiver = Receiver(name="Test Buyer", mobile_phone="13800000000", city="杭州市")
    assert repr(receiver) == "Receiver(city='杭州市', mobile_phone=***, name=***)"
    unknown = Receiver.from_dict({"city": "x", "secondPhone": "13800000000"})
    assert repr(unknown) == "Receiver(city='x', unknown_fields=<secondPhone>)"
    assert "13800000000" not in repr([LogisticInfo(), receiver, unknown])


def test_models_compare_copy_and_pickle_by_value() -> None:
    line = OrderLine(item_id="1", quantity=2, price=100)
    assert line == OrderLine(item_id="1", quantity=2, price=100)
    assert line != OrderLine(item_id="1", quantity=2)
    assert copy.deepcopy(line) == line
    assert pickle.loads(pickle.dumps(line)) == line


def test_a_misspelt_field_is_refused() -> None:
    with pytest.raises(TypeError, match="mobil_phone"):
        Receiver(mobil_phone="1")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Receiver().mobil_phone = "1"  # type: ignore[attr-defined]
