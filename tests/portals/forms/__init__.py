"""Forms made from declarations."""
