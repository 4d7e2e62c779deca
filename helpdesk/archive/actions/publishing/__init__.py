"""How the log comes onto disk: durable files, the guard, the tiles, one step at a time."""
