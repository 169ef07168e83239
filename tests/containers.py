"""Files that hold pages, made as the programs of the world make them: web archives, messages, saved pages, PDF."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Sequence
from email.message import EmailMessage

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

STORY = (
    "The ferry between Marn and Pell resumed on Monday after a storm had kept it in port for six days, the harbour office said.",
    "Fishermen who had waited on the quays since Thursday cast off before dawn, although the coastguard warned of high waves.",
    "The ministry of transport answered that a decision on compensation would be made by the end of the month.",
)


def html(title: str = "Ferry resumes", paragraphs: Sequence[str] = STORY, head: str = "") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>".encode()


def warc(*records: tuple[str, bytes, str], gzip: bool = True, status: str = "200 OK", kind: str = "response") -> bytes:
    """Records of (address, payload, content type), all fetched at the same second."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    dated = {"WARC-Date": "2022-01-13T05:06:07Z"}
    for url, payload, media in records:
        http = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1") if kind != "resource" else None
        told = dated if kind != "resource" else {**dated, "Content-Type": media}
        writer.write_record(writer.create_warc_record(url, kind, io.BytesIO(payload), http_headers=http, warc_headers_dict=told))
    return out.getvalue()


def wacz(archive: bytes, pages: Sequence[dict[str, str]] = (), compression: int = zipfile.ZIP_STORED, name: str = "data.warc.gz") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as bundle:
        bundle.writestr("datapackage.json", "{}")
        bundle.writestr(f"archive/{name}", archive)
        lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, *pages]
        bundle.writestr("pages/pages.jsonl", "\n".join(json.dumps(line) for line in lines))
    return out.getvalue()


def message(subject: str = "Ferry resumes", body: bytes | None = None, charset: str = "utf-8", **fields: str) -> EmailMessage:
    """A newsletter: HTML with a plain alternative; `fields` replace or add to its header ("List_Id")."""
    told = {"From": "Marn Herald <news@herald.example>", "To": "a@b.example", "Date": "Wed, 12 Jan 2022 09:30:00 +0300"}
    mail = EmailMessage()
    for name, value in {**told, "Message-ID": "<42@herald.example>", "Subject": subject, **fields}.items():
        mail[name.replace("_", "-")] = value
    text = (body or html(subject)).decode()
    mail.set_content("Read this in HTML.\n")
    mail.add_alternative(text, subtype="html", charset=charset)
    return mail


def mhtml(payload: bytes, url: str = "https://news.example/ferry", snapshot: bool = True, encoding: str = "quoted-printable") -> bytes:
    """A page as browsers save it in one file."""
    head = "From: <Saved by Blink>\r\n" + (f"Snapshot-Content-Location: {url}\r\n" if snapshot else "")
    head += "Subject: Ferry\r\nDate: Thu, 13 Jan 2022 10:00:00 +0300\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x--"\r\n\r\n\r\n'
    quoted = "".join(f"={byte:02X}" if byte > 126 or byte in b"=" else chr(byte) for byte in payload)
    lines = "".join(quoted[at : at + 70] + ("=\r\n" if at + 70 < len(quoted) else "") for at in _cuts(quoted))
    part = f"----x--\r\nContent-Type: text/html\r\nContent-ID: <frame-1>\r\nContent-Transfer-Encoding: {encoding}\r\n"
    picture = "----x--\r\nContent-Type: image/png\r\nContent-Location: https://news.example/a.png\r\n\r\nno picture\r\n"
    return (head + picture + part + f"Content-Location: {url}\r\n\r\n{lines}\r\n----x----\r\n").encode("ascii")


def _cuts(quoted: str) -> range:
    """Lines of 70: the pages of the tests hold no escape across such a cut."""
    return range(0, len(quoted), 70) if "=" not in quoted else range(1)


def pdf(pages: Sequence[Sequence[tuple[str, float, float, float]]], info: str = "", cmap: bytes | None = None) -> bytes:
    """A PDF by hand: pages of lines (text, x, y, size). With a `cmap` texts are hexadecimal codes of a font that it maps to Unicode."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    if cmap is not None:
        font = b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>"
    descendant = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", font, info.encode("latin-1") or b"<<>>", descendant, _stream(cmap or b"")]
    kids = []
    for lines in pages:
        drawn = b"".join(_shown(*line, wide=cmap is not None) for line in lines)
        kids.append(len(objects) + 2)
        objects.append(_stream(drawn))
        place = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
        objects.append(place.encode())
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode()
    return assembled(objects)


def assembled(objects: Sequence[bytes], trailer: bytes = b"/Info 4 0 R") -> bytes:
    """The objects of a PDF, the first its root, in a file."""
    out, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, held in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start))


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)


def _shown(text: str, x: float, y: float, size: float, wide: bool) -> bytes:
    shown = f"<{text}>".encode() if wide else b"(" + text.replace("(", r"\(").replace(")", r"\)").encode("cp1252") + b")"
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ".encode() + shown + b" Tj ET\n"
