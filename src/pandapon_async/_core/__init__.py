"""The handwritten core: everything that a call does, once, for all operations.

Nothing in here knows a concrete operation; nothing in here imports generated code.
"""
