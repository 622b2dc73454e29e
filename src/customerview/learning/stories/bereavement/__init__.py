"""What followed deaths that were told to one and known to nobody: the published points of bereavement."""
