"""One encoded example of every kind of fact ever written: they decode for ever."""
