"""The JSON API under /api/v1: thin routes over the deal desk, behind a door that is shut.

`api.http.app` imports FastAPI (half a second), so import it only where something is served.
"""
