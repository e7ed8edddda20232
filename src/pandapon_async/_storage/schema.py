"""Making a store's tables, and bringing those of an older version up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs
from sqlalchemy import insert, inspect, select, text, update

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection, MetaData, Table

    from pandapon_async._core.errors import PandaPonError
    from pandapon_async._storage.database import Database

__all__ = ["Migration", "StoreSchema"]

Migration: TypeAlias = "Callable[[Connection], None]"
"""Changes the tables of one version into those of the next."""


@attrs.frozen(kw_only=True)
class StoreSchema:
    """The tables of a kind of store.

    Attributes:
        metadata: The tables.
        info: The one with columns ``name`` and ``value`` that says what the store is; holds the version.
        migrations: The first leads from version 1 to version 2, and so on. Their order is never changed.
        too_new: Raised for a store of a newer version.
        creation_lock: Any number, the same in all processes and another one for each kind of store.
    """

    metadata: MetaData
    info: Table
    migrations: Sequence[Migration]
    too_new: type[PandaPonError]
    creation_lock: int

    @property
    def version(self) -> int:
        """The version of the tables."""
        return len(self.migrations) + 1

    def read(self, connection: Connection, database: Database) -> dict[str, str] | None:
        """Return what the store says of itself; ``None`` if there is no store.

        Raises:
            PandaPonError: Of the store's kind. A newer version made it, or it is another database.
        """
        kind = database.kind
        names = inspect(connection).get_table_names(schema=database.schema)
        if self.info.name not in names:
            if names and database.path is not None:
                raise kind.error(f"{database.shown} is a database, but not {kind.article} {kind.noun}")
            return None
        found: dict[str, str] = {row.name: row.value for row in connection.execute(select(self.info))}
        version = found.get("version", "")
        if not version.isdigit() or int(version) < 1:
            raise kind.error(f"{database.shown} is a database, but not {kind.article} {kind.noun}")
        if int(version) > self.version:
            raise self.too_new(
                f"the {kind.noun} {database.shown} was written by a newer version of pandapon-async "
                f"(its tables have version {version}, this one knows {self.version}); upgrade pandapon-async"
            )
        return found

    def is_current(self, found: Mapping[str, str]) -> bool:
        """Return True if what the store says of itself shows the current version."""
        return int(found["version"]) == self.version

    def make(self, connection: Connection, database: Database, found: Mapping[str, str]) -> None:
        """Make the tables of a new store, and note in it what it is.

        Raises:
            PandaPonError: Of the store's kind. The database cannot be used.
        """
        self._take_creation_lock(connection, database)
        if self.read(connection, database) is not None:
            return
        self.metadata.create_all(connection)
        values = {**found, "version": str(self.version)}
        connection.execute(insert(self.info), [{"name": name, "value": value} for name, value in values.items()])

    def upgrade(self, connection: Connection, database: Database) -> None:
        """Bring the tables of an existing store up to date, in this transaction.

        Raises:
            PandaPonError: Of the store's kind. The database cannot be used.
        """
        self._take_creation_lock(connection, database)
        found = self.read(connection, database)
        if found is None:
            return
        for number, migrate in enumerate(self.migrations, start=1):
            if number >= int(found["version"]):
                migrate(connection)
        version = update(self.info).where(self.info.c.name == "version")
        connection.execute(version.values(value=str(self.version)))

    def _take_creation_lock(self, connection: Connection, database: Database) -> None:
        # SQLite has one writer. On PostgreSQL two processes may come at once; the second one finds the work done.
        if database.schema is not None:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": self.creation_lock})
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {database.schema}"))  # a checked name
