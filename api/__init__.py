"""The entrances: settings, bootstrap, command line, HTTP and background jobs."""
