"""Fills an audio file with awkward tags, or lists all it holds as raw bytes, by parsers of its own.

raw_items.py fill FILE       ready-made by FFmpeg, without tags; needs mutagen for Ogg and MP4
raw_items.py items FILE...   a line an item: FILE, place, name, bytes in hex (or their hash)

Left out of "items": genre and mood, padding, offsets into the audio, sizes, page numbers and checksums.
"""

import hashlib
import struct
import sys

NOISE = b"\xff\xe0\x00\xff\x00\x01\xff\xff\xfb"


def shown(data):
    return data.hex() if len(data) < 60 else hashlib.sha256(data).hexdigest() + ":%d" % len(data)


def syncsafe(n):
    return bytes([n >> 21 & 127, n >> 14 & 127, n >> 7 & 127, n & 127])


def unsyncsafe(b):
    return b[0] << 21 | b[1] << 14 | b[2] << 7 | b[3]


# --- filling


def id3(version):
    def frame(name, body):
        size = struct.pack(">I", len(body)) if version == 3 else syncsafe(len(body))
        return name + size + b"\0\0" + body

    frames = [
        frame(b"TIT2", b"\1\xff\xfe" + "Tïtle".encode("utf-16-le")),
        frame(b"POPM", b"a@b\0\xc4" + b"\1\2\3\4\5\6"),
        frame(b"PRIV", b"TRAKTOR4\0" + NOISE * 9),
        frame(b"COMM", b"\0eng\0one"),
        frame(b"COMM", b"\0engiTunNORM\0two"),
        frame(b"TXXX", b"\0mood\0"),
        frame(b"TXXX", b"\1\xfe\xff\0d\0\0\xff\xfel\0"),
        frame(b"UFID", b"http://musicbrainz.org\0id"),
        frame(b"GEOB", b"\0application/octet-stream\0\0Serato Markers2\0\1\1" + NOISE * 20),
        frame(b"APIC", b"\0image/png\0\3\0" + NOISE * 200),
        frame(b"TCON", b"\0Other"),
        frame(b"XYZ1", NOISE),
    ]
    body = b"".join(frames) + bytes(30)
    return b"ID3" + bytes([version, 0, 0]) + syncsafe(len(body)) + body


def comment():
    entries = [b"Artist=a", b"artist=b", b"MixedCase=1", b"MIXEDCASE=2", b"no equals", b"EMPTY=", b"BAD=\xff\xfe"]
    entries += [b"SERATO_MARKERS_V2=YXBw\nbGlj", b"genre=Other", b"RATING:banshee=0.5", b"=", b"moodiness=x"]
    packed = b"".join(struct.pack("<I", len(e)) + e for e in entries)
    return struct.pack("<I", 4) + b"Xiph" + struct.pack("<I", len(entries)) + packed


def fill_flac(b):
    end = 4
    while True:
        last, size = b[end] & 128, int.from_bytes(b[end + 1 : end + 4], "big")
        end += 4 + size
        if last:
            break
    seek = struct.pack(">QQH", 0, 0, 4096) + struct.pack(">QQH", 2**64 - 1, 0, 0)
    blocks = [(0, b[8:42]), (2, b"riff" + NOISE), (4, comment()), (3, seek), (9, NOISE), (1, bytes(20))]
    out = b"fLaC"
    for i, (kind, data) in enumerate(blocks):
        out += bytes([kind | (128 if i == len(blocks) - 1 else 0)]) + len(data).to_bytes(3, "big") + data
    return out + b[end:]


def fill_ogg(path, opus):
    from mutagen.ogg import OggPage

    magic = b"OpusTags" if opus else b"\3vorbis"
    with open(path, "rb+") as f:
        page = OggPage(f)
        while not page.packets[0].startswith(magic):
            page = OggPage(f)
        pages = [page]
        while not pages[-1].complete and len(pages[-1].packets) == 1:
            pages.append(OggPage(f))
        packets = OggPage.to_packets(pages)
        packets[0] = magic + comment() + (b"\1kept" if opus else b"\1")
        OggPage.replace(f, pages, OggPage.from_packets(packets, pages[0].sequence))


def fill_mp4(path):
    from mutagen.mp4 import AtomDataType, MP4, MP4Cover, MP4FreeForm

    f = MP4(path)
    if f.tags is None:
        f.add_tags()
    f.tags["\xa9nam"] = ["Tïtle", "second"]
    f.tags["rtng"], f.tags["tmpo"], f.tags["\xa9gen"] = [4], [127], ["Other"]
    f.tags["covr"] = [MP4Cover(NOISE * 99, 13), MP4Cover(NOISE, 14)]
    free = "----:com.apple.iTunes:"
    f.tags[free + "ARTISTS"] = [MP4FreeForm(b"1"), MP4FreeForm(b"2"), MP4FreeForm(b"3")]
    f.tags[free + "mixed Case"] = [MP4FreeForm(NOISE, AtomDataType.IMPLICIT)]
    f.tags["----:org.example:MOOD"] = [MP4FreeForm(b"another owner's")]
    f.tags["----:com.serato.dj:markersv2"] = [MP4FreeForm(b"YXBw" * 40)]
    f.save()


def fill_iff(b, big):
    order = ">I" if big else "<I"
    chunks = [(b"xyz ", NOISE), (b"ID3 " if big else b"id3 ", id3(3))]
    chunks += [(b"COMT", bytes(2))] if big else [(b"LIST", b"INFOINAM" + struct.pack("<I", 3) + b"ab\0\0")]
    for name, data in chunks:
        b += name + struct.pack(order, len(data)) + data + bytes(len(data) % 2)
    return b[:4] + struct.pack(order, len(b) - 8) + b[8:]


def fill(path):
    with open(path, "rb") as f:
        b = f.read()
    kind = path.rsplit(".", 1)[1]
    if kind in ("ogg", "opus"):
        return fill_ogg(path, kind == "opus")
    if kind == "m4a":
        return fill_mp4(path)
    if kind == "mp3":
        b = id3(4) + b
    elif kind == "flac":
        b = fill_flac(b)
    else:
        b = fill_iff(b, kind == "aiff")
    with open(path, "wb") as f:
        f.write(b)


# --- listing: (place, name, bytes)


def id3_items(b):
    version, end = b[3], 10 + unsyncsafe(b[6:10])
    yield "id3", "head", b[3:6]
    at = 10
    while at < end and b[at]:
        size = struct.unpack(">I", b[at + 4 : at + 8])[0] if version == 3 else unsyncsafe(b[at + 4 : at + 8])
        frame = b[at : at + 10 + size]
        mood = frame[:4] == b"TXXX" and frame[11:].replace(b"\0", b"").lower().startswith(b"mood")
        if frame[:4] not in (b"TCON", b"TMOO") and not mood:
            yield "id3", frame[:4].decode(), frame
        at += 10 + size


def mp3_items(b):
    end = 10 + unsyncsafe(b[6:10])
    yield from id3_items(b)
    yield "audio", "mpeg", b[end:]


def comment_items(b):
    def take():
        nonlocal b
        size = struct.unpack("<I", b[:4])[0]
        data, b = b[4 : 4 + size], b[4 + size :]
        return data

    yield "comment", "vendor", take()
    count, b = struct.unpack("<I", b[:4])[0], b[4:]
    for _ in range(count):
        entry = take()
        if entry.split(b"=")[0].lower() not in (b"genre", b"mood"):
            yield "comment", "entry", entry
    yield "comment", "tail", b.rstrip(b"\0")


def flac_items(b):
    at, last = 4, False
    while not last:
        last, kind, size = b[at] & 128, b[at] & 127, int.from_bytes(b[at + 1 : at + 4], "big")
        data = b[at + 4 : at + 4 + size]
        if kind == 4:
            yield from comment_items(data)
        elif kind != 1:
            yield "block", str(kind), data
        at += 4 + size
    yield "audio", "frames", b[at:]


def ogg_items(b):
    at, packets, packet = 0, [], b""
    while at < len(b):
        sizes = b[at + 27 : at + 27 + b[at + 26]]
        start = at
        at += 27 + len(sizes)
        if len(packets) > 2:
            yield "page", "granule and sizes", b[start + 4 : start + 18] + sizes
        for size in sizes:
            packet += b[at : at + size]
            at += size
            if size < 255:
                packets.append(packet)
                packet = b""
    for i, packet in enumerate(packets):
        if i == 1:
            yield from comment_items(packet[8 if packet.startswith(b"Opus") else 7 :])
        else:
            yield "packet", str(i), packet


def mp4_items(b, at=0, end=None, path=""):
    end = len(b) if end is None else end
    while at < end:
        size, name = struct.unpack(">I", b[at : at + 4])[0], b[at + 4 : at + 8].decode("latin-1")
        data, here = b[at + 8 : at + size], path + "/" + name
        mood = b"\0\0\0\x1cmean\0\0\0\0com.apple.iTunes\0\0\0\x10name\0\0\0\0mood"
        if name in ("moov", "trak", "mdia", "minf", "stbl", "udta", "ilst"):
            yield "box", here, b""
            yield from mp4_items(b, at + 8, at + size, here)
        elif here == "/moov/udta/meta":
            yield from mp4_items(b, at + 12, at + size, here)
        elif name == "stco":
            yield "box", here, data[:8]
        elif name not in ("free", "\xa9gen") and not data.lower().startswith(mood.lower()):
            yield "box", here, data
        at += size


def iff_items(b, big):
    at = 12
    while at < len(b):
        name, size = b[at : at + 4].decode(), struct.unpack(">I" if big else "<I", b[at + 4 : at + 8])[0]
        data = b[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
        if name.lower() == "id3 ":
            yield from id3_items(data)
        elif name == "LIST":
            yield from (("info", n, d) for n, d in info(data) if n != "IGNR")
        else:
            yield "chunk", name, data


def info(data):
    at = 4
    while at < len(data):
        size = struct.unpack("<I", data[at + 4 : at + 8])[0]
        yield data[at : at + 4].decode(), data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def items(path):
    with open(path, "rb") as f:
        b = f.read()
    kind = path.rsplit(".", 1)[1]
    if kind in ("wav", "aiff"):
        return iff_items(b, kind == "aiff")
    return {"mp3": mp3_items, "flac": flac_items, "ogg": ogg_items, "opus": ogg_items, "m4a": mp4_items}[kind](b)


if sys.argv[1] == "fill":
    fill(sys.argv[2])
else:
    for place, name, data in items(sys.argv[2]):
        print(place, name.encode("unicode_escape").decode(), shown(data))
