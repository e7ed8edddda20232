"""The durable record of every draft and of what became of it."""
