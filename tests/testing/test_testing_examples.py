"""Models and responses for mocks, from the documented examples."""

from __future__ import annotations

import httpx
import pytest
from fakes import CREDENTIALS

from pandapon_async import UNSET, PandaPonClient, pandapon_v1, pandapon_v2, xportcn_ka
from pandapon_async._core.schema.models import Model
from pandapon_async.pandapon_v1 import Receiver
from pandapon_async.pandapon_v1.operations import OPERATIONS
from pandapon_async.testing import example, example_response

MODELS = [
    value
    for package in (pandapon_v1, pandapon_v2, xportcn_ka)
    for name in package.__all__
    if isinstance(value := getattr(package, name), type) and issubclass(value, Model)
]


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: f"{cls.__module__.split('.')[1]}.{cls.__name__}")
def test_every_model_has_an_example_with_all_its_fields(cls: type[Model]) -> None:
    made = example(cls)
    assert type(made) is cls
    assert all(getattr(made, attribute) is not UNSET for attribute, _ in cls.wire_fields())
    assert cls.from_dict(made.to_dict()).to_dict() == made.to_dict()


def test_fields_can_be_replaced_and_left_out() -> None:
    receiver = example(Receiver, name="Test Buyer", phone=UNSET)
    assert receiver.name == "Test Buyer"
    assert "phone" not in receiver.to_dict()


def test_a_misspelt_field_is_refused_with_the_known_names() -> None:
    with pytest.raises(TypeError, match=r"no field 'nmae'.*mobile_phone"):
        example(Receiver, nmae="Test Buyer")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
async def test_the_client_decodes_every_example_response(operation: object) -> None:
    response = example_response(operation)  # type: ignore[arg-type]
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=response))
    async with PandaPonClient(CREDENTIALS, transport=transport) as client:
        data = await client.request("POST", "/any", json={}, effect="read")
    assert data == response["data"]


def test_data_and_envelope_can_be_replaced() -> None:
    receiver = example(Receiver)
    response = example_response("taobao.orders.update_warehouse", receiver, msg="made up")
    assert response["data"] == receiver.to_dict()
    assert response["msg"] == "made up"


def test_an_unknown_operation_is_refused() -> None:
    with pytest.raises(KeyError, match=r"taobao\.orders\.fly"):
        example_response("taobao.orders.fly")
