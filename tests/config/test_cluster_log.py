"""A server that was started on a leash is started again to stay, whoever owns what."""

from __future__ import annotations

from customerview.config.cluster import Cluster
from customerview.config.home import home


def test_the_demos_server_can_be_started_by_hand_afterwards():
    cluster = Cluster(home() / "started-twice", "a-password", fsync="off")
    try:
        assert cluster.start(stay=False)
        cluster.stop()
        assert cluster.start(stay=True)
        assert cluster.is_running()
    finally:
        cluster.stop()
    assert not cluster.is_running()
