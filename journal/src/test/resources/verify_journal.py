"""Checks an exported journal with nothing of ours: python3 verify_journal.py EXPORT [CHECKPOINT]."""
import hashlib, sys

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def root(peaks):
    whole = b""
    for peak in reversed(peaks):
        whole = sha(b"\x01", peak[1], whole) if whole else peak[1]
    return whole or sha()

def check(path, checkpoint):
    chain, peaks, size, pending, sealed, ended = bytes(32), [], 0, 0, 0, False
    wanted = dict(line.split(" ", 1) for line in open(checkpoint).read().splitlines()) if checkpoint else {}
    met = not wanted
    data = open(path, "rb").read()
    if not data.startswith(b"nostos-journal v1\n") or not data.endswith(b"\n"):
        return "broken at entry 1"
    for line in data[:-1].split(b"\n")[1:]:
        kind, *fields = line.split(b"\t")
        if ended:
            return f"broken at entry {size + 1}"
        if kind == b"E":
            leaf = sha(b"\x00", b"\t".join(fields[2:]))
            chain, size, node = sha(chain, leaf), size + 1, (1, leaf)
            if pending or fields[0] != b"%d" % size or fields[1] != chain.hex().encode() or len(fields) != 12:
                return f"broken at entry {size}"
            while peaks and peaks[-1][0] == node[0]:
                node = (2 * node[0], sha(b"\x01", peaks.pop()[1], node[1]))
            peaks.append(node)
        elif kind == b"S" and fields[:3] == [b"%d" % size, root(peaks).hex().encode(), chain.hex().encode()]:
            sealed = size
        elif kind == b"P" and len(fields) == 10:
            pending += 1
        elif kind == b"Z" and fields == [b"%d" % size, b"%d" % pending]:
            ended = True
        else:
            return f"broken at entry {size + 1}"
        if wanted and kind == b"E" and size == int(wanted["size"]):
            met = wanted["root"] == root(peaks).hex() and wanted["chain"] == chain.hex()
    return f"whole: {sealed} sealed, {size - sealed + pending} not" if ended and met else f"cut off after {size}"

if __name__ == "__main__":
    print(check(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
