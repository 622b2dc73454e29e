"""Stories of changes that did not reach everybody whose decisions rest on them."""
