"""The four surfaces for commands: their operations, and how to build their clients."""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from pandapon_async.catalogue import read_catalogue
from pandapon_async.cli.failures import FailureError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandapon_async._core.call.client import Client
    from pandapon_async._core.call.operation import Operation

__all__ = [
    "SURFACES",
    "SURFACE_NAMES",
    "KnownOperation",
    "Surface",
    "find_operation",
    "require_documented",
    "surface_of_path",
]

_XPORTCN_URL: Final = "https://www.xportcn.com/api"


@dataclass(frozen=True, slots=True)
class Surface:
    """A surface.

    Attributes:
        name: Such as ``pandapon-v1``.
        specification: Name of the specification with its operations.
        package: Module of its models and resources.
        resources_class: Class of the root of its resources.
        client_class: Class of its client, in ``pandapon_async``.
        environment: Prefix of the environment variables with its account.
        base_url: Address, where it is not the client's own.
    """

    name: str
    specification: str
    package: str
    resources_class: str
    client_class: str
    environment: str
    base_url: str | None = None

    @property
    def operations(self) -> Sequence[Operation[object]]:
        """The operation table, in the order of the documentation."""
        table = import_module(f"{self.package}.operations")
        return cast("Sequence[Operation[object]]", table.OPERATIONS)

    def resource(self, operation: Operation[object]) -> Any:
        """Return the resource that has the operation, to look at."""
        # Without a client: nothing is called.
        found: Any = getattr(import_module(f"{self.package}.resources"), self.resources_class)()
        for name in operation.name.split(".")[:-1]:
            found = getattr(found, name)
        return found

    def method(self, operation: Operation[object]) -> Any:
        """Return the method of the resource that makes a call of the operation, to look at."""
        return getattr(self.resource(operation), operation.name.rpartition(".")[2])

    @property
    def client_type(self) -> type[Client]:
        """Class of the client."""
        return cast("type[Client]", getattr(import_module("pandapon_async"), self.client_class))

    def base_url_from_env(self) -> str | None:
        """Return the base URL of the environment, else that of the surface where it is not the client's own."""
        return os.environ.get(f"{self.environment}_BASE_URL") or self.base_url

    def build_client(self, base_url: str | None = None, **settings: Any) -> Client:
        """Build a client with the account of the environment.

        Raises:
            ConfigurationError: A variable is missing or holds an impossible value.
        """
        from pandapon_async._core.call.credentials import Credentials  # noqa: PLC0415 - listing operations needs no client

        credentials = Credentials.from_env(self.environment)
        return self.client_type(credentials, base_url=base_url or self.base_url_from_env(), **settings)


SURFACES: Final = {
    surface.name: surface
    for surface in (
        Surface(
            "pandapon-v1",
            "pandapon-v1",
            "pandapon_async.pandapon_v1",
            "PandaPonV1Resources",
            "PandaPonClient",
            "PANDAPON",
        ),
        Surface(
            "pandapon-v2",
            "pandapon-v2",
            "pandapon_async.pandapon_v2",
            "PandaPonV2Resources",
            "PandaPonV2Client",
            "PANDAPON",
        ),
        Surface(
            "xportcn-ka",
            "xportcn-ka",
            "pandapon_async.xportcn_ka",
            "XportcnKAResources",
            "XportcnClient",
            "XPORTCN",
        ),
        Surface(
            "xportcn-openapi",
            "pandapon-v1",
            "pandapon_async.pandapon_v1",
            "PandaPonV1Resources",
            "PandaPonClient",
            "XPORTCN",
            _XPORTCN_URL,
        ),
    )
}
SURFACE_NAMES: Final = tuple(SURFACES)


@dataclass(frozen=True, slots=True)
class KnownOperation:
    """An operation of a surface."""

    surface: Surface
    operation: Operation[object]


def find_operation(name: str, surface: str | None) -> KnownOperation:
    """Find an operation by its Python name or its path.

    Xportcn's ordinary platform shares the operations of PandaPon v1: it is meant where it is named, or where the
    documentation lists an operation there only. A documented operation is preferred to an inferred one.

    Raises:
        FailureError: There is none, or there are several; the text tells what to do.
    """
    found = [known for known in _candidates(surface) if name in (known.operation.name, known.operation.path)]
    if surface is None:
        found = [known for known in found if _is_meant(known)]
        found = [known for known in found if known.operation.inference is None] or found
    if len(found) == 1:
        return found[0]
    if found:
        places = ", ".join(known.surface.name for known in found)
        raise FailureError(f"{name} is an operation of {places}; choose one with --surface")
    raise FailureError(_unknown(name, surface))


def require_documented(known: KnownOperation) -> None:
    """Refuse an operation whose path is inferred on its surface.

    Raises:
        FailureError: It is inferred; the text tells from what, and how to allow it.
    """
    place = (known.surface.name, known.operation.method, known.operation.path)
    for entry in read_catalogue():
        if (entry.surface, entry.method, entry.path) == place and entry.inference is not None:
            raise FailureError(
                f"{known.operation.name}: the path {entry.path} of {entry.surface} is inferred from "
                f"{entry.inference.source} by the rule {entry.inference.rule} ({entry.inference.evidence}); "
                "add --inferred to call it"
            )


def surface_of_path(path: str) -> Surface:
    """Return the first surface that is known to have a path; PandaPon v1 for a path that nobody has listed."""
    listed = [entry.surface for entry in read_catalogue() if entry.path == path]
    return SURFACES[listed[0] if listed else SURFACE_NAMES[0]]


def _candidates(surface: str | None) -> Iterator[KnownOperation]:
    for each in SURFACES.values():
        if surface in (None, each.name):
            yield from (KnownOperation(each, operation) for operation in each.operations)


def _is_meant(known: KnownOperation) -> bool:
    listed = {entry.surface for entry in read_catalogue() if entry.path == known.operation.path}
    if known.surface.name == known.surface.specification:
        return known.surface.name in listed
    return listed == {known.surface.name}


def _unknown(name: str, surface: str | None) -> str:
    place = f" of {surface}" if surface else ""
    if name.startswith("/"):
        return f"no known operation{place} has the path {name}; call it with --path, --method and --effect"
    names = {known.operation.name for known in _candidates(surface)}
    close = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    advice = f"did you mean {' or '.join(close)}?" if close else "`pandapon ops` lists all"
    return f"no operation{place} is named {name}; {advice}"
