"""A time-stamping authority: OpenSSL's own, with a root of the test's."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

_CONFIGURATION = """
[req]
distinguished_name = name
prompt = no
[name]
CN = Authority of the test
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[stamps]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
authorityKeyIdentifier = keyid
[tsa]
default_tsa = ours
[ours]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
default_policy = 1.2.3.4.1
digests = sha256, sha512
signer_digest = sha256
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True)
class Authority:
    """Its folder."""

    folder: Path

    @property
    def root(self) -> Path:
        """The certificate that its tokens lead to."""
        return self.folder / "root.pem"

    def reply(self, query: bytes) -> bytes:
        """What it answers to a query."""
        (self.folder / "query").write_bytes(query)
        self.run("ts -reply -queryfile query -config conf -out reply")
        return (self.folder / "reply").read_bytes()

    def query(self, data: bytes, *, nonce: bool = True) -> bytes:
        """A query of OpenSSL's own making."""
        (self.folder / "data").write_bytes(data)
        self.run("ts -query -data data -sha256 -cert -out asked" + ("" if nonce else " -no_nonce"))
        return (self.folder / "asked").read_bytes()

    def verifies(self, reply: bytes, data: bytes) -> bool:
        """Whether OpenSSL takes the reply as a stamp of these bytes."""
        (self.folder / "given").write_bytes(reply)
        (self.folder / "data").write_bytes(data)
        command = ["openssl", "ts", "-verify", "-data", "data", "-in", "given", "-CAfile", "root.pem"]
        return subprocess.run(command, cwd=self.folder, capture_output=True, timeout=60).returncode == 0

    def run(self, command: str) -> None:
        """A command of OpenSSL, in the folder."""
        subprocess.run(
            ["openssl", *command.split()], cwd=self.folder, check=True, capture_output=True, timeout=60
        )


def found_authority(folder: Path) -> Authority:
    """Root and signer, made by OpenSSL."""
    folder.mkdir(parents=True)
    (folder / "conf").write_text(_CONFIGURATION)
    (folder / "serial").write_text("01\n")
    made = Authority(folder)
    for key in ("root.key", "tsa.key"):
        made.run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out " + key)
    made.run("req -x509 -key root.key -config conf -extensions root -subj /CN=Root -days 30 -out root.pem")
    made.run("req -new -key tsa.key -config conf -subj /CN=Stamps -out tsa.csr")
    made.run(
        "x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 30"
        " -extfile conf -extensions stamps -out tsa.pem"
    )
    return made
