"""Models of PandaPon v2, one per module; import them from ``pandapon_async.pandapon_v2``.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""
