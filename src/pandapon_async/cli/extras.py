"""What to say when an optional dependency is missing."""

from collections.abc import Generator
from contextlib import contextmanager

import click

_EXTRA_OF_MODULE = {
    "asyncpg": "postgres",
    "greenlet": "postgres",
    "h11": "sandbox",
    "httptools": "sandbox",
    "jsonschema": "sandbox",
    "openpyxl": "excel",
    "rich": "cli",
    "sqlalchemy": "orders",
    "starlette": "sandbox",
    "uvicorn": "sandbox",
}


@contextmanager
def missing_extras_explained(**extras: str) -> Generator[None]:
    """Turn a failed import of an optional dependency into advice; other failed imports pass.

    Args:
        extras: The extra that brings a dependency, by its module, where it is another one for this command.

    Raises:
        click.ClickException: names the dependency and the command that installs it; ends with exit status 1.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        module = (error.name or "").partition(".")[0]
        extra = extras.get(module) or _EXTRA_OF_MODULE.get(module)
        if extra is None:
            raise
        wanted = ",".join(sorted({"cli", extra}))
        raise click.ClickException(
            f'This command needs {module}. Install it with: pip install "pandapon-async[{wanted}]"'
        ) from None
