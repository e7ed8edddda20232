"""Delivery addresses."""

from typing import Any

from pandapon_async.sandbox.handlers.call import Call


def save(call: Call) -> bytes:
    """Save an address. The documented response contains no id. The id 0, as in the sample, means none."""
    fields = dict[str, Any](call.fields)
    address_id = fields.pop("id", None)
    call.state.addresses.save(call.owner, str(address_id) if address_id else None, fields)
    return call.documented_data
