"""What a model may call, and the world outside: intake of calls and mail, and the deal desk."""
