"""Messages, promises, chases and follow-ups that met silence: the published points of journal and call backs."""
