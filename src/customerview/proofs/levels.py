"""The levels of a part of a benefit, in words."""

from __future__ import annotations

from customerview.kernel import Words

LEVELS = {
    "standard": Words("standard rate", "cyfradd safonol"),
    "enhanced": Words("enhanced rate", "cyfradd uwch"),
    "lowest": Words("lowest rate", "cyfradd isaf"),
    "lower": Words("lower rate", "cyfradd is"),
    "middle": Words("middle rate", "cyfradd ganol"),
    "higher": Words("higher rate", "cyfradd uwch"),
    "highest": Words("highest rate", "cyfradd uchaf"),
    "single": Words("single person", "person sengl"),
    "couple": Words("couple", "cwpl"),
}
"""The levels that say something to whoever reads a proof; others (an age, a scheme) are left out."""
