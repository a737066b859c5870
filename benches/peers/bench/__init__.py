"""The benchmark against peers: `run.py` is the command, the rest of this folder its parts."""
