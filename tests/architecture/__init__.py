"""The house, kept by tests: each rule of STYLE.md that a linter cannot know has its test here."""
