"""Bad days: database, web and worker are killed with -9 under load, and nothing may be lost, doubled or half-done."""
