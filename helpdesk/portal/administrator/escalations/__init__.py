"""What was put before the Platform: the queue, the case, the decision."""
