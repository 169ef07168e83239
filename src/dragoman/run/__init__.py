"""Doing many: serial, threads, processes."""

from dragoman.registry import Table

RUNNERS = Table("runners", {"serial": "dragoman.run.local:Serial", "processes": "dragoman.run.local:Processes"})
