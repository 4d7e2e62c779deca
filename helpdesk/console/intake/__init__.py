"""What `helpdesk import` needs around the deed itself: the file, the progress, Ctrl+C, the report."""
