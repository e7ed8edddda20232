"""Which process a worker is, and whether that process has certainly ended."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from pandapon_async._storage.clocks import boot_id

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Process"]


@attrs.frozen(kw_only=True)
class Process:
    """A process, identified so that no other one is mistaken for it.

    Attributes:
        host: Name of the machine.
        boot: Id of the machine's run; empty where the system has none.
        namespace: The process ids' namespace; empty where the system has none.
        pid: Process id.
        started: When it started, in clock ticks since the boot; 0 where the system does not say.
    """

    host: str
    boot: str
    namespace: str
    pid: int
    started: int

    @classmethod
    def own(cls) -> Self:
        """Return the running process."""
        try:
            namespace = str(Path("/proc/self/ns/pid").readlink())
        except OSError:
            namespace = ""
        pid = os.getpid()
        _, started = _state(pid)
        return cls(host=socket.gethostname(), boot=boot_id(), namespace=namespace, pid=pid, started=started)

    def has_ended(self) -> bool:
        """Return True if the process has certainly ended; False if it runs, or if this process cannot tell.

        Only a process of the same boot and the same namespace of process ids can be looked up. A lock alone would not
        do: a child that the process forked keeps its open files, and with them its locks.
        """
        own = Process.own()
        comparable = self.boot and self.namespace and self.started
        if not comparable or (self.host, self.boot, self.namespace) != (own.host, own.boot, own.namespace):
            return False
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return True
        except OSError:
            return False  # it exists and belongs to another user
        state, started = _state(self.pid)
        return bool(started) and (started != self.started or state in "ZX")


def _state(pid: int) -> tuple[str, int]:
    """Return the state and the start of a process; an empty state and 0 where the system does not say."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "", 0
    # The second field is the program's name in parentheses, which may hold spaces and parentheses.
    fields = status.rpartition(")")[2].split()
    return fields[0], int(fields[19])
