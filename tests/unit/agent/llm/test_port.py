import pytest
from pydantic import ValidationError

from agent.llm.port import Shape


@pytest.mark.parametrize("name", ["", "two words", "x" * 65, "Ä"])
def test_a_shape_has_a_name_that_providers_take(name: str) -> None:
    with pytest.raises(ValidationError):
        Shape(name=name, document={})
