"""What happens in a case, as pure functions of plain values: enter by `engine`."""
