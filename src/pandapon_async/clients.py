"""The three clients, one for each surface."""

from __future__ import annotations

from typing import ClassVar, Final

from pandapon_async._core.call.client import Client
from pandapon_async.pandapon_v1.resources import PandaPonV1Resources
from pandapon_async.pandapon_v2.resources import PandaPonV2Resources
from pandapon_async.xportcn_ka.resources import XportcnKAResources

__all__ = ["PandaPonClient", "PandaPonV2Client", "XportcnClient"]

_TRANSPORT: Final = "pandapon_async._core.http.transport.http_transport"


class PandaPonClient(Client, PandaPonV1Resources):
    """Client of PandaPon v1: paths ``/open/...`` and ``/alibaba/...``.

    It serves Xportcn's ordinary platform too, whose operations are the same: pass
    ``base_url="https://www.xportcn.com/api"``.
    """

    _modules: ClassVar[tuple[str, ...]] = (_TRANSPORT, "pandapon_async.pandapon_v1.operations")
    _default_base_url: ClassVar[str] = "https://api.pandapon.com"
    _environment: ClassVar[str] = "PANDAPON"


class PandaPonV2Client(Client, PandaPonV2Resources):
    """Client of PandaPon v2: paths ``/v2/...``, opaque ids.

    The documentation prints no host for v2; that of v1 is assumed.
    """

    _modules: ClassVar[tuple[str, ...]] = (_TRANSPORT, "pandapon_async.pandapon_v2.operations")
    _default_base_url: ClassVar[str] = "https://api.pandapon.com"
    _environment: ClassVar[str] = "PANDAPON"


class XportcnClient(Client, XportcnKAResources):
    """Client of Xportcn KA, the platform for large accounts."""

    _modules: ClassVar[tuple[str, ...]] = (_TRANSPORT, "pandapon_async.xportcn_ka.operations")
    _default_base_url: ClassVar[str] = "https://www.xportcn.com/api"
    _environment: ClassVar[str] = "XPORTCN"
