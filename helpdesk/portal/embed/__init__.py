"""What stands on the Platform's own pages: a module of web components, and the page that shows how."""
