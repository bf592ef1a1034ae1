#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Run a command and print the most memory that it held at a time, in bytes.

usage: python3 -IS peak_memory.py COMMAND...

A program of its own, and a small one: until a child has loaded its program, it counts with the memory of its parent.
"""

import os
import resource
import sys

null = os.open(os.devnull, os.O_RDWR)
files = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1)]
os.waitpid(os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=files), 0)
# Linux counts kilobytes, macOS bytes.
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
