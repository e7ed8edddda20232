"""Downloads a published documentation site."""
