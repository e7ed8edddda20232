"""Models of PandaPon v1, one per module; import them from ``pandapon_async.pandapon_v1``.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""
