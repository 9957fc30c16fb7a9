"""The graphs: reading a source, and later chat; with the readers and writers they run on."""
