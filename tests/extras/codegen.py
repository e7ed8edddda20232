"""The generator's extra alone: an overlay is applied to a shipped specification."""

from pandapon_async.catalogue import read_specification
from pandapon_async.codegen.overlays import apply_overlays

specification = read_specification("pandapon-v1")
overlay = {
    "overlay": "1.0.0",
    "info": {"title": "A shop's additions", "version": "1"},
    "actions": [{"target": "$.info", "update": {"title": "Changed by the shop"}}],
}
changed = apply_overlays(specification, [overlay])
assert changed["info"]["title"] == "Changed by the shop"
assert changed["paths"].keys() == specification["paths"].keys()
