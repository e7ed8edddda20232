"""Finding out what became of drafts whose outcome is unknown."""
