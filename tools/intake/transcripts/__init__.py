"""Transcripts of calls, chats and notes, a module for each form that tools export."""
