"""Every form a letter can be had in, from its one content.

    made = render(letter, "braille")          Rendered(content, media_type, name)
    FORMS["bsl_video"].made_by                "person": asked of a person, never made here

A form that a machine makes is a small file of this folder. Which forms somebody can choose is `personal_details.formats.FORMATS`.
"""

from __future__ import annotations

from .forms import FORMS, GROUPS, Form, Rendered, can_be_made, forms, render

__all__ = ["FORMS", "GROUPS", "Form", "Rendered", "can_be_made", "forms", "render"]
