"""The handwritten core: everything that a call does, once, for all operations.

No module here knows a concrete operation or imports generated code. Imports run one way: ``call`` uses ``http`` and
``schema``, which do not use each other.
"""
