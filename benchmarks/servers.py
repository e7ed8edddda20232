"""The server that calls are measured against, over HTTP and HTTPS: nginx if it is installed, else our own.

Ours (:mod:`benchmarks.instant`) costs next to nothing too, but is Python. The results name the one that was used.
"""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import trustme
from benchmarks.samples import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["Servers", "serving", "trusting"]

ROOT: Final = Path(__file__).parent.parent
_CONFIG: Final = """
{user}
worker_processes 1;
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 2048; }}
http {{
    access_log off;
    keepalive_requests 1000000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    ssl_certificate {folder}/cert.pem;
    ssl_certificate_key {folder}/key.pem;
    default_type application/json;
    server {{
        listen 127.0.0.1:{port} backlog=1024;
        listen 127.0.0.1:{tls_port} ssl backlog=1024;
        {locations}
    }}
}}
"""


class Servers(NamedTuple):
    """Where the server listens.

    Attributes:
        name: Which server it is.
        http: Base URL.
        https: Base URL.
        authority: File with the certificate that clients must trust.
    """

    name: str
    http: str
    https: str
    authority: Path


@contextmanager
def serving() -> Generator[Servers]:
    """Run the server in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        authority = trustme.CA()
        issued = authority.issue_cert("127.0.0.1")
        (folder / "cert.pem").write_bytes(b"".join(part.bytes() for part in issued.cert_chain_pems))
        issued.private_key_pem.write_to_path(str(folder / "key.pem"))
        authority.cert_pem.write_to_path(str(folder / "authority.pem"))
        nginx = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        port, tls_port = _free_port(), _free_port()
        command = (
            [sys.executable, "-m", "benchmarks.instant", str(port), str(tls_port), str(folder)]
            if nginx is None
            else [nginx, "-p", name, "-c", str(_configured(folder, port, tls_port))]
        )
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own
            try:
                _wait_for(port, process)
                yield Servers(
                    _version(nginx) if nginx else "benchmarks/instant.py",
                    f"http://127.0.0.1:{port}",
                    f"https://127.0.0.1:{tls_port}",
                    folder / "authority.pem",
                )
            finally:
                process.terminate()


def trusting(authority: Path) -> ssl.SSLContext:
    """Return a context that trusts the server."""
    return ssl.create_default_context(cafile=authority)


def _configured(folder: Path, port: int, tls_port: int) -> Path:
    config = folder / "nginx.conf"
    locations = [f"location = {path} {{ return 200 '{_quoted(body)}'; }}" for path, body in ANSWERS.items()]
    config.write_text(
        _CONFIG.format(
            user="user root;" if os.geteuid() == 0 else "",
            folder=folder,
            port=port,
            tls_port=tls_port,
            locations="\n        ".join(locations),
        ),
        encoding="utf-8",
    )
    return config


def _quoted(body: bytes) -> str:
    return body.decode().replace("\\", "\\\\").replace("'", "\\'")


def _version(nginx: str) -> str:
    done = subprocess.run([nginx, "-v"], check=True, capture_output=True, text=True)  # noqa: S603 - the machine's
    return done.stderr.partition(":")[2].strip()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError("the server does not start")
