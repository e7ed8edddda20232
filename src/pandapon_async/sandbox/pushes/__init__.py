"""Message pushes: content, delivery and their faults."""
