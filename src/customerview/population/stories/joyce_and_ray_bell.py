"""Joyce and Ray Bell: he cares for her. What happens to one bears on the other."""

from __future__ import annotations

from datetime import date

from .. import cast
from .telling import Role, Story, Telling

JOYCE = Role(sub="customer-joyce", kind="customer", name="Joyce Bell", label="Cared for by her husband", born=date(1950, 10, 9),
             look_at=("Tell us in private that you are worried about somebody: nobody who acts for you sees it, and the page can be left quickly.",))  # fmt: skip


def tell(told: Telling) -> None:
    home = {"lines": ("40 Meadow View", "Ashbeck"), "postcode": "QA2 3GD", "nation": "england_and_wales"}
    joyce = told.opened(10, "SP", date(1950, 10, 9), "Joyce", "Bell", phone="01632 960170", **home)
    ray = told.opened(11, "SP", date(1952, 4, 22), "Ray", "Bell", phone="01632 960170", mobile="07700 900171", **home)
    told.awarded(joyce, "SP", 60_480, "four_weeks", next_in=10)
    told.awarded(joyce, "AA", 45_840, "four_weeks", days_ago=400, next_in=10)
    told.awarded(ray, "SP", 92_300, "four_weeks", next_in=8)
    told.awarded(ray, "CA", 0, "four_weeks", days_ago=380, next_in=None)
    agent = cast.colleague("CA", "case_manager", 2)
    for one, other, relation in ((joyce, ray, "carer"), (ray, joyce, "cared_for")):
        told.happens(one, 380, agent, "link_person", link="care-bell", relation=relation, person=other)
        told.happens(one, 380, agent, "link_person", link="partner-bell", relation="partner", person=other)
    told.signs_in_as(joyce, JOYCE)


STORY = Story(
    slug="joyce-and-ray-bell", headline="A couple, one caring for the other, each link in both records", tell=tell, sign_in_as=(JOYCE,)
)
