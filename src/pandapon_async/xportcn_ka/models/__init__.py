"""Models of Xportcn KA, one per module; import them from ``pandapon_async.xportcn_ka``.

Generated from openapi/xportcn-ka.yaml by ``make generate``; do not edit.
"""
