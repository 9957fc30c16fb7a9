from datetime import timedelta
from hashlib import sha256

import pytest

from memory.errors import ConflictError, NotFoundError
from memory.records import ApiKey
from memory.sql import SqlStore
from tests.contract.memory.samples import AT, api_key, user


def test_users_come_by_id_and_the_same_id_replaces(store: SqlStore) -> None:
    with store.write("w") as unit:
        for one in (user("b-2"), user("b1"), user("a"), user("b-2", "Bo")):
            unit.access.add_user(one)
    with store.read("w") as unit:
        assert unit.access.users() == (user("a"), user("b-2", "Bo"), user("b1"))


def test_a_key_tells_its_workspace(store: SqlStore) -> None:
    mine, theirs = api_key("k", "mine"), api_key("k", "theirs")
    with store.write("a") as unit:
        unit.access.add_key(mine)
    with store.write("b") as unit:
        unit.access.add_key(theirs)
    assert store.workspace_of(mine.digest) == ("a", mine)
    assert store.workspace_of(theirs.digest) == ("b", theirs)
    assert store.workspace_of(sha256(b"guess").hexdigest()) is None
    assert store.workspace_of("") is None


def test_a_revoked_key_is_listed_and_opens_nothing(store: SqlStore) -> None:
    kept, revoked = api_key("b"), api_key("a", "other")
    with store.write("w") as unit:
        unit.access.add_key(kept)
        unit.access.add_key(revoked)
        unit.access.revoke("a", AT)
    with store.write("w") as unit:
        unit.access.revoke("a", AT + timedelta(days=1))
        assert unit.access.api_keys() == (revoked.model_copy(update={"revoked_at": AT}), kept)
    assert store.workspace_of(revoked.digest) is None
    assert store.workspace_of(kept.digest) == ("w", kept)


@pytest.mark.parametrize("twin", [api_key("k", "other"), api_key("other", "secret")])
def test_a_key_is_kept_once(store: SqlStore, twin: ApiKey) -> None:
    with store.write("w") as unit:
        unit.access.add_key(api_key("k", "secret"))
    with pytest.raises(ConflictError), store.write("w") as unit:
        unit.access.add_key(twin)


def test_what_is_not_there_is_said_so(store: SqlStore) -> None:
    with store.write("w") as unit, pytest.raises(NotFoundError, match="api key `none`"):
        unit.access.revoke("none", AT)
