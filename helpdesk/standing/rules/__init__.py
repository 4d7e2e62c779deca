"""What a record of answers is worth, as pure functions over plain values."""
