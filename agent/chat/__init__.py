"""Chat: questions about a deal or about all of them, answered with what the answers rest on."""
