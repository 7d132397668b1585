"""Makes a folder _Serato_ after public descriptions of the format, for the tests.

    make_serato.py FOLDER NAME...

FOLDER is the root of a drive; each NAME is a file's path from there. The first is in a crate and a
crate within it; the database holds pieces that no description names. Python's own struct and codecs
are the oracle for the Java reader. Only the standard library is used.
"""
import os
import struct
import sys


def chunk(name, data):
    return name.encode("ascii") + struct.pack(">I", len(data)) + data


def text(name, value):
    return chunk(name, value.encode("utf-16-be"))


def track(place, name, *more):
    return chunk("otrk", b"".join((text("ttyp", name.rpartition(".")[2]), *more, text(place, name))))


def main(folder, names):
    serato = os.path.join(folder, "_Serato_")
    os.makedirs(os.path.join(serato, "Subcrates"), exist_ok=True)
    with open(os.path.join(serato, "database V2"), "wb") as out:
        out.write(text("vrsn", "2.0/Serato Scratch LIVE Database"))
        for number, name in enumerate(names):
            out.write(
                track(
                    "pfil",
                    name,
                    text("tsng", "Song %d" % number),
                    text("tgen", "Polka & \u00c5" if number == 0 else ""),
                    text("tcom", "mine" if number == 0 else ""),
                    chunk("uadd", struct.pack(">I", 1700000000)),
                    chunk("bhrt", b"\1"),
                    chunk("zzzz", b"\xff\x00\xfe"),
                )
            )
    columns = chunk("osrt", text("tvcn", "#") + chunk("brev", b"\0"))
    columns += chunk("ovct", text("tvcn", "song") + text("tvcw", "250"))
    for crate, inside in (("Friday", names[:1]), ("Friday%%Late", names[::-1])):
        with open(os.path.join(serato, "Subcrates", crate + ".crate"), "wb") as out:
            out.write(text("vrsn", "1.0/Serato ScratchLive Crate") + columns)
            for name in inside:
                out.write(chunk("otrk", text("ptrk", name) + chunk("yyyy", b"\1\2\3")))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
