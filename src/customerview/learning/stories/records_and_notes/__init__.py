"""Notes too thin, things not seen before acting, things told that were not so: the published points of records and notes."""
