"""What is said before a message is sent: when messages are read, and where help is now."""

from __future__ import annotations

import msgspec

from customerview.kernel import Words


class Help(msgspec.Struct, frozen=True, kw_only=True):
    """One place to turn to, with its ways in."""

    who: Words
    how: Words


WHEN_READ = Words(
    "A trained person looks at every message, day and night, usually within 2 hours. An answer takes up to 5 working days.",
    "Mae person hyfforddedig yn edrych ar bob neges, ddydd a nos, fel arfer o fewn 2 awr. Mae ateb yn cymryd hyd at 5 diwrnod gwaith.",
)
NOT_FOR_EMERGENCIES = Words(
    "If you or somebody else is in danger now, do not send a message: ring 999.",
    "Os ydych chi neu rywun arall mewn perygl nawr, peidiwch ag anfon neges: ffoniwch 999.",
)
HELP = (
    Help(who=Words("Emergency services", "Gwasanaethau brys"),
         how=Words("Ring 999, or 18000 by text relay. In British Sign Language use 999 BSL. Registered phones can text 999.",
                   "Ffoniwch 999, neu 18000 drwy gyfnewid testun. Yn Iaith Arwyddion Prydain defnyddiwch 999 BSL. Gall ffonau cofrestredig decstio 999.")),
    Help(who=Words("Samaritans, day and night", "Y Samariaid, ddydd a nos"),
         how=Words("Ring 116 123, free. In Welsh ring 0808 164 0123, evenings from 7 to 11.", "Ffoniwch 116 123, am ddim. Yn Gymraeg ffoniwch 0808 164 0123, gyda'r nos rhwng 7 ac 11.")),
    Help(who=Words("Somebody to text with, day and night", "Rhywun i decstio ag ef, ddydd a nos"),
         how=Words("Text SHOUT to 85258, free.", "Tecstiwch SHOUT i 85258, am ddim.")),
    Help(who=Words("NHS 111, mental health", "GIG 111, iechyd meddwl"),
         how=Words("Ring 111 and choose 2. By text relay ring 18001 111. British Sign Language interpreters are on the NHS 111 website.",
                   "Ffoniwch 111 a dewiswch 2. Drwy gyfnewid testun ffoniwch 18001 111. Mae dehonglwyr Iaith Arwyddion Prydain ar wefan GIG 111.")),
)  # fmt: skip
