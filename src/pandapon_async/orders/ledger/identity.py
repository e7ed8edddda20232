"""What a ledger is for: account, server, surface, kind of draft."""

from __future__ import annotations

from functools import partial
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import attrs
from sqlalchemy import insert, update

from pandapon_async._storage.schema import StoreSchema
from pandapon_async.orders.drafts.kinds import KINDS
from pandapon_async.orders.errors import LedgerError, LedgerMismatchError, LedgerVersionError
from pandapon_async.orders.ledger.migrations import MIGRATIONS
from pandapon_async.orders.ledger.schema import LEDGER, METADATA

if TYPE_CHECKING:
    from typing import Self

    from sqlalchemy.engine import Connection

    from pandapon_async._core.call.client import Client
    from pandapon_async._storage.database import Database
    from pandapon_async.orders.drafts.draft import Draft

__all__ = ["SCHEMA", "SURFACE_CLIENTS", "Identity", "identify"]

SCHEMA: Final = StoreSchema(
    metadata=METADATA, info=LEDGER, migrations=MIGRATIONS, too_new=LedgerVersionError, creation_lock=7_391_004_112
)
_WHAT: Final = {
    "surface": "the surface {}",
    "kind": "drafts of the kind {}",
    "account": "an access key with the fingerprint {}",
    "user_id": "the user id {}",
    "base_url": "the server {}",
}

SURFACE_CLIENTS: Final = {
    "pandapon-v1": "PandaPonClient",
    "pandapon-v2": "PandaPonV2Client",
    "xportcn-ka": "XportcnClient",
}


@attrs.frozen(kw_only=True)
class Identity:
    """Whose drafts a ledger holds, of which kind, and where they are sent.

    Attributes:
        surface: Surface that they are sent to.
        kind: Name of the kind.
        account: Fingerprint of the access key; the key itself is not in the ledger.
        user_id: Sub-account that calls act for.
        base_url: The server; empty in a ledger of version 1 that no client has opened since its upgrade.
    """

    surface: str
    kind: str
    account: str
    user_id: str
    base_url: str

    @classmethod
    def of(cls, drafts: type[Draft], client: Client) -> Self:
        """Return the identity of a ledger for these drafts, sent by this client.

        Raises:
            LedgerError: The client is one of another surface.
        """
        wanted = SURFACE_CLIENTS[drafts.kind.surface]
        if wanted not in {cls.__name__ for cls in type(client).__mro__}:
            raise LedgerError(f"{drafts.__name__} is sent by a {wanted}, not by a {type(client).__name__}")
        return cls(
            surface=drafts.kind.surface,
            kind=drafts.kind.name,
            account=client.account,
            user_id=client.user_id,
            base_url=_normal(client.base_url),
        )

    def check(self, found: Identity, shown: str, *, sandbox_moved: bool = False) -> None:
        """Compare with the identity that a ledger has.

        Args:
            found: The ledger's identity.
            shown: The ledger's address.
            sandbox_moved: Whether the base URL may differ; it still may not unless both are of this machine.

        Raises:
            LedgerMismatchError: They differ.
        """
        for name, what in _WHAT.items():
            own, other = getattr(self, name), getattr(found, name)
            if own == other or (name == "base_url" and not other):
                continue
            advice = "use another ledger"
            if name == "base_url" and _is_local(own) and _is_local(other):
                if sandbox_moved:
                    continue
                advice = "if that is the same sandbox at another address, say so: --sandbox-moved, sandbox_moved=True"
            raise LedgerMismatchError(
                f"the ledger {shown} is for {what.format(other)}, and this is for {what.format(own)}; {advice}"
            )


def _normal(url: str) -> str:
    """Return a base URL in the one spelling by which it is compared."""
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    port = parts.port or {"http": 80, "https": 443}.get(scheme, 0)
    host = (parts.hostname or "").rstrip(".")
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}{parts.path.rstrip('/')}"


def _is_local(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


async def identify(database: Database, expected: Identity | None, *, sandbox_moved: bool = False) -> Identity:
    """Make sure that a database is the ledger that is meant; make it one if it is empty, upgrade it if it is older.

    Args:
        database: Where it should be.
        expected: What it should be; ``None`` for any that exists.
        sandbox_moved: See :meth:`Identity.check`.

    Raises:
        LedgerMismatchError: It belongs to another account, server, surface or kind.
        LedgerVersionError: A newer version wrote it.
        LedgerError: It is not a ledger, or cannot be read.
    """
    found = await database.read(partial(SCHEMA.read, database=database))
    if found is None and expected is None:
        raise LedgerError(f"there is no ledger at {database.shown}")
    if found is None and expected is not None:
        await database.write(partial(SCHEMA.make, database=database, found=attrs.asdict(expected)))
    elif found is not None and not SCHEMA.is_current(found):
        await database.write(partial(SCHEMA.upgrade, database=database))
    found = await database.read(partial(SCHEMA.read, database=database)) or {}
    if found.get("kind") not in KINDS:
        raise LedgerVersionError(f"the ledger {database.shown} is for drafts of the unknown kind {found.get('kind')!r}")
    identity = Identity(**{attribute.name: found.get(attribute.name, "") for attribute in attrs.fields(Identity)})
    if expected is None:
        return identity
    expected.check(identity, database.shown, sandbox_moved=sandbox_moved)
    if identity.base_url != expected.base_url:
        await database.write(partial(_set_base_url, base_url=expected.base_url))
    return expected


def _set_base_url(connection: Connection, base_url: str) -> None:
    named = LEDGER.c.name == "base_url"
    if connection.execute(update(LEDGER).where(named).values(value=base_url)).rowcount == 0:
        connection.execute(insert(LEDGER).values(name="base_url", value=base_url))
