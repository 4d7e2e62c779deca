"""The manifest, and each member as it states."""

from __future__ import annotations

import binascii
import hashlib
import re
from typing import Any

from helpdesk.evidence.shipped.verify.leaves import Leaf
from helpdesk.evidence.shipped.verify.members import Source
from helpdesk.evidence.shipped.verify.notes import Head, Key
from helpdesk.evidence.shipped.verify.reporting import FORMAT, Report, Unreadable
from helpdesk.evidence.shipped.verify.texts import HASH, UUID, canonical_json_of, has, is_count, is_text, must
from helpdesk.evidence.shipped.verify.values import is_chain

_REQUIRED = ("manifest.note", "leaves.jsonl", "salts.json", "receipts.json", "keys.txt", "conversation.json")
_KNOWN = re.compile(
    r"checkpoint|manifest\.(?:json|note)|leaves\.jsonl|salts\.json|receipts\.json|keys\.txt|README\.txt"
    r"|conversation(?:\.[a-z]{2})?\.(?:json|pdf)|verify\.(?:py|html)"
)
ATTACHED = re.compile(r"attachments/([0-9a-f-]{36})-([0-9]{1,3})-.+")


class Package:
    """One run over one package: its manifest and members. Each method adds what it finds to the report."""

    def __init__(self, source: Source, report: Report, trusted: list[Key]) -> None:
        self.source, self.report, self.trusted = source, report, trusted
        self.manifest: dict[str, Any] = {}
        self.raw_manifest = b""
        self.digests: dict[str, str] = {}  # of the members, by name
        self.used: set[str] = {"manifest.json"}  # members that mean something
        self.keyring: list[Key] = []
        self.leaves: dict[str, Leaf] = {}  # by entry, in the order of the file
        self.values: dict[tuple[str, str], tuple[str, bytes]] = {}  # state and value, by entry and name
        self.files: dict[tuple[str, str], tuple[str, str]] = {}  # state and member, by entry and name
        self.heads: dict[bytes, Head | None] = {}  # by the note's bytes: each is verified once
        self.proved: dict[str, Head] = {}  # by entry

    def _bytes(self, name: str) -> bytes | None:
        """A member; None where it is not there, which is a finding where the format requires it."""
        self.used.add(name)
        if name in self.source.sizes:
            return self.source.read(name)
        return None

    def _read_manifest(self) -> None:
        data = self._bytes("manifest.json")
        if data is None:
            raise Unreadable("member.missing", "manifest.json")
        found = canonical_json_of(data, "manifest.json")
        must(has(found, "format", "conversation", "made_at", "chains", "files"), "manifest.json", "shape")
        must(found["format"] == FORMAT, "manifest.json", "format")
        must(is_text(found["conversation"], UUID) and is_count(found["made_at"]), "manifest.json", "shape")
        must(isinstance(found["chains"], list) and isinstance(found["files"], dict), "manifest.json", "shape")
        for chain in found["chains"]:
            must(is_chain(chain), "manifest.json", "chains")
        for file in found["files"].values():
            fits = has(file, "size", "sha256") and is_count(file["size"]) and is_text(file["sha256"], HASH)
            must(fits, "manifest.json", "files")
        shared = [chain["chain"] for chain in found["chains"] if chain["name"] == "shared"]
        must(shared == [found["conversation"]], "manifest.json", "conversation")
        self.manifest, self.raw_manifest = found, data

    def _check_members(self) -> None:
        """Every member is listed with its size and digest, every listed one is there, none is unknown."""
        listed = self.manifest["files"]
        for name in sorted(self.source.sizes.keys() - listed.keys() - {"manifest.json", "manifest.note"}):
            self.report.add("member.extra", name=name)
        for name in sorted({*listed, *_REQUIRED} - self.source.sizes.keys()):
            self.report.add("member.missing", name=name)
        for name in sorted(self.source.sizes):
            self._check_member(name, listed.get(name))

    def _check_member(self, name: str, listed: dict[str, Any] | None) -> None:
        digest, crc = hashlib.sha256(), 0
        for data in self.source.chunks(name):
            digest.update(data)
            crc = binascii.crc32(data, crc)
        self.digests[name] = digest.hexdigest()
        stated = {"size": self.source.sizes[name], "sha256": self.digests[name]}
        if (listed is not None and listed != stated) or self.source.crcs.get(name, crc) != crc:
            self.report.add("member.altered", name=name)

    def _check_strangers(self) -> None:
        """Members that are listed, but that nothing in the package explains."""
        for name in sorted(self.source.sizes.keys() & self.manifest["files"].keys() - self.used):
            if ATTACHED.fullmatch(name):
                self.report.add("file.extra", name=name)
            elif not _KNOWN.fullmatch(name):
                self.report.add("member.extra", name=name)
