"""Takes as many MB as stdin says, in a process that may take 256."""

import sys

from storage import apart

apart.limit(20, 2**28)
kept = [bytes(2**20) for _ in range(int(sys.stdin.read()))]
sys.stdout.write(str(len(kept)))
