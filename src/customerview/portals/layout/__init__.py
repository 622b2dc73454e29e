"""What all portals share: the page around their content, the components they are made of, the language, the error pages.

render(request, "customer/home.html", {...})     Django's own; templates lie in portals/<portal>/templates/
t("Sign out", "Allgofnodi"), t(words)            in templates: the reader's language
conflict(request, sentence)                      409, with the sentence that says what to do
"""

from customerview.portals.layout.errors import conflict, unavailable
from customerview.portals.layout.language import current, speaking, t

__all__ = ["conflict", "current", "speaking", "t", "unavailable"]
