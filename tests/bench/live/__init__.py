"""`bin/bench live`: from a message's commit to its event in a browser, while many streams stand open."""
