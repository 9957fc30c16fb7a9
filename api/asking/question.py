"""What may be asked."""

from typing import Annotated

from pydantic import Field

from plan.models import Text

QuestionText = Annotated[Text, Field(min_length=1)]
"""A question's words, as they are kept and answered."""
