"""What the orders' ledger and the messages' inbox share: databases, workers and their locks, group commits, schemas."""
