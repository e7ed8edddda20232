"""What users add to the shipped specifications, in overlays of their own repository."""
