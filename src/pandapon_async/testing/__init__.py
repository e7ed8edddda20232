"""Tools for testing programs that use this package."""
