"""nginx and tinyproxy of the machine, started for a test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs
import pytest
import trustme
from certificates import authority

__all__ = ["Nginx", "free_port", "nginx", "tinyproxy"]

#: With this variable, a missing program fails the tests instead of skipping them.
REQUIRED = "PANDAPON_TEST_SERVERS_REQUIRED"


def program(name: str) -> str:
    """The path of a program; skips the test if it is not installed."""
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if path is not None:
        return path
    reason = f"{name} is not installed: nothing is tested against it (on Debian: apt install {name})"
    if os.environ.get(REQUIRED):
        pytest.fail(f"{reason}; {REQUIRED} is set")
    pytest.skip(reason)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int) -> Iterator[None]:
    """Run a server; wait until it listens."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            end = time.monotonic() + 20
            while True:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                if process.poll() is not None or time.monotonic() > end:
                    process.terminate()
                    raise RuntimeError(f"{command[0]} does not start: {process.communicate()[0]}")
                time.sleep(0.02)
            yield
        finally:
            process.terminate()
            process.communicate(timeout=20)


@attrs.define
class Nginx:
    """A running nginx; ``port`` speaks HTTP, ``tls_port`` HTTPS."""

    port: int
    tls_port: int


NGINX = """
{user}
worker_processes 1;
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    ssl_certificate {folder}/cert.pem;
    ssl_certificate_key {folder}/key.pem;
    keepalive_requests 7;
    client_max_body_size 100k;
    default_type application/json;
    server {{
        listen 127.0.0.1:{port};
        listen 127.0.0.1:{tls_port} ssl;
        location / {{ return 200 '{{"code":200,"data":true}}'; }}
        location /files/ {{ alias {folder}/files/; gzip on; gzip_types application/json; gzip_min_length 1; }}
        location /upstream/ {{ proxy_pass http://127.0.0.1:{upstream}/; proxy_connect_timeout 2s; }}
    }}
}}
"""


@contextmanager
def nginx(folder: Path, *, upstream: int) -> Iterator[Nginx]:
    """Run nginx: a fixed answer, a compressed file, and a way to a server behind it."""
    path = program("nginx")
    server = Nginx(free_port(), free_port())
    issued: trustme.LeafCert = authority().issue_cert("127.0.0.1", "localhost")
    (folder / "cert.pem").write_bytes(b"".join(part.bytes() for part in issued.cert_chain_pems))
    issued.private_key_pem.write_to_path(str(folder / "key.pem"))
    (folder / "files").mkdir()
    (folder / "files" / "page.json").write_text('{"code":200,"data":"' + "x" * 20_000 + '"}', encoding="utf-8")
    config = folder / "nginx.conf"
    config.write_text(
        NGINX.format(
            user="user root;" if os.geteuid() == 0 else "",
            folder=folder,
            port=server.port,
            tls_port=server.tls_port,
            upstream=upstream,
        ),
        encoding="utf-8",
    )
    with running([path, "-p", str(folder), "-c", str(config)], server.port):
        yield server


TINYPROXY = """
Port {port}
Listen 127.0.0.1
Timeout 60
LogLevel Error
MaxClients 100
Allow 127.0.0.1
BasicAuth buyer pass-word
ConnectPort {allowed}
"""


@contextmanager
def tinyproxy(folder: Path, *, allowed: int) -> Iterator[int]:
    """Run tinyproxy with credentials; it connects to one port alone. Yields its port."""
    path = program("tinyproxy")
    port = free_port()
    config = folder / "tinyproxy.conf"
    config.write_text(TINYPROXY.format(port=port, allowed=allowed), encoding="utf-8")
    with running([path, "-d", "-c", str(config)], port):
        yield port
