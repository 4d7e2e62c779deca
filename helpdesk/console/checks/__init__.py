"""What `helpdesk doctor` looks at, and what `serve` and `work` insist on before they start."""
