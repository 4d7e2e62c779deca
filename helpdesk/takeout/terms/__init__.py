"""The words of takeout."""
