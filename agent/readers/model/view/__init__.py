"""From a reading's context to the variables of its prompts: pure, and the same every time."""
