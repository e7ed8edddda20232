"""The maintainers' entry to :mod:`pandapon_async.codegen`: ``python -m codegen`` from the root of the repository."""
