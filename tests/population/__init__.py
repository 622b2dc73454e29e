"""The made-up population: nobody real, the same each time, and played by the same rules as everybody."""
