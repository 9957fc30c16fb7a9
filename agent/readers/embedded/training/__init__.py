"""Training of the embedded reader's networks; nothing here runs when a source is read."""
