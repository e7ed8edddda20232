"""Delivery addresses."""

from typing import Any

from pandapon_async.sandbox.behaviours.call import Call


def save(call: Call) -> bytes:
    """Keep an address and answer as documented, which tells no id. An id of 0, as in the sample, counts as none."""
    fields = dict[str, Any](call.fields)
    address_id = fields.pop("id", None)
    call.state.addresses.save(call.owner, str(address_id) if address_id else None, fields)
    return call.documented_data
