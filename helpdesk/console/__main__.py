"""`python -m helpdesk.console`: how the supervisor starts its children, wherever the environment lies."""

from helpdesk.console.main import main

main()
