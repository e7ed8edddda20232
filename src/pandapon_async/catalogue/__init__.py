"""The documentation as data: every entry of its navigation, and the specifications as JSON.

It needs no optional dependency and imports nothing heavy. ``openapi/`` holds the sources.

::

    from pandapon_async.catalogue import read_catalogue

    unknown = [entry.title for entry in read_catalogue() if entry.status == "name-only"]
"""

from pandapon_async.catalogue.entries import Entry, EntryInference, Status, read_catalogue
from pandapon_async.catalogue.specifications import read_specification, specification_names
from pandapon_async.catalogue.upstream import UpstreamCall, read_upstream_calls

__all__ = [
    "Entry",
    "EntryInference",
    "Status",
    "UpstreamCall",
    "read_catalogue",
    "read_specification",
    "read_upstream_calls",
    "specification_names",
]
