import pytest
from pydantic import ValidationError

from agent.llm.port import Shape, Usage


def test_usages_add_up() -> None:
    one = Usage(tokens_in=100, tokens_out=10, attempts=1)
    assert one + Usage(tokens_in=1, attempts=2) == Usage(tokens_in=101, tokens_out=10, attempts=3)
    assert one + Usage() == one


def test_a_usage_is_never_negative() -> None:
    with pytest.raises(ValidationError):
        Usage(tokens_in=-1)


@pytest.mark.parametrize("name", ["", "two words", "x" * 65, "Ä"])
def test_a_shape_has_a_name_that_providers_take(name: str) -> None:
    with pytest.raises(ValidationError):
        Shape(name=name, document={})
