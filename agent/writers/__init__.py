"""Writers: they word a next action from the deal's facts."""
