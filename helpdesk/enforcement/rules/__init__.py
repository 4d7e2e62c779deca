"""What follows from violations and answers, as pure functions over plain values."""
