"""Whose ledger it is: account, surface, kind of draft, and the version of its tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import attrs
from sqlalchemy import insert, inspect, select, text

from pandapon_async.orders.drafts.kinds import KINDS
from pandapon_async.orders.errors import LedgerError, LedgerMismatchError, LedgerVersionError
from pandapon_async.orders.ledger.schema import LEDGER, METADATA, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

    from pandapon_async._core.call.client import Client
    from pandapon_async._storage.database import Database
    from pandapon_async.orders.drafts.draft import Draft

__all__ = ["SURFACE_CLIENTS", "Identity", "identify"]

_WHAT: Final = {
    "surface": "the surface {}",
    "kind": "drafts of the kind {}",
    "account": "an access key with the fingerprint {}",
    "user_id": "the user id {}",
}
#: Any number, the same in all processes: held while a ledger's tables are made.
_MAKING: Final = 7_391_004_112


@attrs.frozen(kw_only=True)
class Identity:
    """Whose drafts a ledger holds, and of which kind.

    Attributes:
        surface: Surface that they are sent to.
        kind: Name of the kind.
        account: Fingerprint of the access key; the key itself is not in the ledger.
        user_id: Sub-account that calls act for.
    """

    surface: str
    kind: str
    account: str
    user_id: str

    @classmethod
    def of(cls, drafts: type[Draft], client: Client) -> Identity:
        """Return what a ledger for these drafts, sent by this client, is.

        Raises:
            LedgerError: The client is one of another surface.
        """
        wanted = SURFACE_CLIENTS[drafts.kind.surface]
        if wanted not in {cls.__name__ for cls in type(client).__mro__}:
            raise LedgerError(f"{drafts.__name__} is sent by a {wanted}, not by a {type(client).__name__}")
        return cls(surface=drafts.kind.surface, kind=drafts.kind.name, account=client.account, user_id=client.user_id)

    def check(self, found: Identity, shown: str) -> None:
        """Compare with what a ledger says of itself.

        Raises:
            LedgerMismatchError: It says otherwise.
        """
        for name, what in _WHAT.items():
            own, other = getattr(self, name), getattr(found, name)
            if own != other:
                raise LedgerMismatchError(
                    f"the ledger {shown} is for {what.format(other)}, and this is for {what.format(own)}; "
                    "use another ledger"
                )


SURFACE_CLIENTS: Final = {
    "pandapon-v1": "PandaPonClient",
    "pandapon-v2": "PandaPonV2Client",
    "xportcn-ka": "XportcnClient",
}


async def identify(database: Database, expected: Identity | None) -> Identity:
    """Make sure that a database is the ledger that is meant, and make it one where it is empty.

    Args:
        database: Where it should be.
        expected: What it should be; ``None`` for any that exists.

    Raises:
        LedgerMismatchError: It belongs to another account, surface or kind.
        LedgerVersionError: A newer version wrote it.
        LedgerError: It is no ledger, or cannot be read.
    """
    found = await database.read(partial(_read, database=database))
    if found is None and expected is not None:
        found = await database.write(partial(_make, database=database, identity=expected))
    if found is None:
        raise LedgerError(f"there is no ledger at {database.shown}")
    if expected is not None:
        expected.check(found, database.shown)
    return found


def _read(connection: Connection, database: Database) -> Identity | None:
    names = inspect(connection).get_table_names(schema=database.schema)
    if LEDGER.name not in names:
        if names and database.path is not None:
            raise LedgerError(f"{database.shown} is a database, but no ledger")
        return None
    values: Mapping[str, str] = {row.name: row.value for row in connection.execute(select(LEDGER))}
    version = values.get("version", "")
    if not version.isdigit():
        raise LedgerError(f"{database.shown} is a database, but no ledger")
    if int(version) > SCHEMA_VERSION:
        raise LedgerVersionError(
            f"the ledger {database.shown} was written by a newer version of pandapon-async "
            f"(its tables have version {version}, this one knows {SCHEMA_VERSION}); upgrade pandapon-async"
        )
    if values["kind"] not in KINDS:
        raise LedgerVersionError(f"the ledger {database.shown} is for drafts of the unknown kind {values['kind']!r}")
    return Identity(**{attribute.name: values[attribute.name] for attribute in attrs.fields(Identity)})


def _make(connection: Connection, database: Database, identity: Identity) -> Identity | None:
    if database.schema is not None:
        # Two processes may come at once; the second one finds the tables made.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MAKING})
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {database.schema}"))  # a checked name
    if (found := _read(connection, database)) is not None:
        return found
    METADATA.create_all(connection)
    rows: list[dict[str, Any]] = [{"name": "version", "value": str(SCHEMA_VERSION)}]
    rows += [{"name": name, "value": value} for name, value in attrs.asdict(identity).items()]
    connection.execute(insert(LEDGER), rows)
    return _read(connection, database)
