"""Reads the times and the transactions' ids in closed binlogs; the server's own tools can't say at which
id a moment was.

  binlog.py since SEQUENCE FILE...   the files that hold what comes after SEQUENCE; an error if some is gone
  binlog.py last FILE...             the id of the last transaction
  binlog.py until TIME FILE...       the id of the last transaction that began at TIME (seconds) or before

The format: https://mariadb.com/kb/en/replication-protocol/
"""
import struct
import sys

GTID, GTID_LIST = 162, 163


def events(path):
    """Time, type, server and what is needed of the body, of each event."""
    with open(path, "rb") as log:
        if log.read(4) != b"\xfebin":
            sys.exit(f"{path} is not a binlog")
        while len(header := log.read(19)) == 19:
            time, kind, server, length = struct.unpack_from("<IBII", header)
            body = b""
            if kind in (GTID, GTID_LIST):
                body = log.read(length - 19)
            else:
                log.seek(length - 19, 1)
            yield time, kind, server, body


def begins_after(path):
    """The last sequence before the file."""
    for _, kind, _, body in events(path):
        if kind == GTID_LIST:
            count = struct.unpack_from("<I", body)[0] & 0xFFFFFFF
            return max((struct.unpack_from("<IIQ", body, 4 + 16 * i)[2] for i in range(count)), default=0)
    return 0


def transactions(paths):
    for path in paths:
        for time, kind, server, body in events(path):
            if kind == GTID:
                sequence, domain = struct.unpack_from("<QI", body)
                yield time, f"{domain}-{server}-{sequence}"


def since(sequence, paths):
    for i in range(len(paths) - 1, -1, -1):
        if begins_after(paths[i]) <= sequence:
            return paths[i:]
    sys.exit(f"what follows transaction {sequence} is not in the binlogs any more")


def main(command, *arguments):
    if command == "since":
        print("\n".join(since(int(arguments[0]), arguments[1:])))
        return
    found = ""
    limit = int(arguments[0]) if command == "until" else float("inf")
    for time, identifier in transactions(arguments[1:] if command == "until" else arguments):
        if time > limit:
            break
        found = identifier
    print(found)


main(*sys.argv[1:])
