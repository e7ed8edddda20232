"""Saved delivery addresses. No operation with a documented path reads them."""

from collections.abc import Mapping
from typing import Any

from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.state.limits import check_room


class AddressBook:
    """Addresses by owner and id."""

    def __init__(self) -> None:
        self._addresses: dict[str, dict[str, bytes]] = {}
        self._last_id = 0

    def __len__(self) -> int:
        return sum(map(len, self._addresses.values()))

    def clear(self) -> None:
        """Delete all addresses."""
        self._addresses = {}

    def save(self, owner: str, address_id: str | None, address: Mapping[str, Any]) -> str:
        """Save an address and return its id. Without an id, a new address is created.

        Unknown ids are accepted: responses never contain ids, so a caller got the id elsewhere.

        Raises:
            RefusedError: the account has too many addresses.
        """
        kept = self._addresses.setdefault(owner, {})
        if address_id is None:
            self._last_id += 1
            address_id = f"new-{self._last_id}"
        if address_id not in kept:
            check_room(len(kept), "addresses of an account")
        kept[address_id] = write_json(address)
        return address_id
