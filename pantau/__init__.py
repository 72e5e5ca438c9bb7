"""The front door: the command line that runs the rooms in their order. Nobody imports it."""
