"""What a documentation page says."""
