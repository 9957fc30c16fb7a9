from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from agent.chat.model import ModelChat
from memory.sql import SqlStore
from tests.fakes.language_models import ScriptedModel
from tests.unit.agent.chat.model.orchard import NOW, ChatOf

WORKSPACES = count(1)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    folder: Path = tmp_path_factory.mktemp("chat")
    store = SqlStore(f"sqlite:///{folder}/tandem.db")
    store.upgrade()
    yield store
    store.close()


@pytest.fixture
def chat_of(store: SqlStore) -> ChatOf:
    """Makes chats over scripted models, all in one new workspace."""
    workspace = f"w{next(WORKSPACES)}"

    def make(model: ScriptedModel) -> ModelChat:
        return ModelChat(model, store, workspace, lambda: NOW)

    return make
