#!/usr/bin/env python3
"""Make what the secure overlay needs, once, into deploy/secrets/: an authority, the broker's certificate, a user each.

    python3 deploy/make_secrets.py [HOST …]

HOST are further names under which clients reach the broker. Needs openssl. Nothing that is there is overwritten, and
nothing of it belongs into version control. Users get random passwords; the broker is given their salted hashes.
"""

import base64
import hashlib
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "secrets"
USERS = ("admin", "producer", "splitter", "deduplicator", "enricher", "sink", "subscriber")
HOSTS = ("kafka", "localhost")
ITERATIONS = 8192
DAYS = "825"

EXTENSIONS = """\
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth,clientAuth
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
subjectAltName={names}
"""
"""What strict clients ask of a certificate; the broker is a client too, of itself."""

SECURE_PROPERTIES = """\
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
listener.name.network.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \
username="admin" password="{password}";
listener.name.host.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
ssl.keystore.type=PEM
ssl.keystore.location=/etc/kafka/newsticker/broker.pem
ssl.truststore.type=PEM
ssl.truststore.location=/etc/kafka/newsticker/ca.pem
ssl.enabled.protocols=TLSv1.3,TLSv1.2
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=false
super.users=User:admin;User:ANONYMOUS
"""
"""ANONYMOUS is the controller's listener alone: it is bound to the loopback of the broker's own container."""


def openssl(*arguments: str) -> None:
    """Run openssl in the folder, quietly."""
    program = shutil.which("openssl")
    if program is None:
        sys.exit("openssl is needed, and is not here")
    done = subprocess.run([program, *arguments], cwd=FOLDER, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(f"openssl {arguments[0]} failed: {done.stderr.strip()}")


def make_certificates(hosts: tuple[str, ...]) -> None:
    """Make an authority of our own, and with it the broker's certificate."""
    new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", DAYS)
    may_sign = ("-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl(
        *("req", "-x509", *new_key, "-subj", "/CN=newsticker-authority", *may_sign, "-keyout", "ca.key"),
        *("-out", "ca.pem"),
    )
    openssl("req", *new_key, "-subj", f"/CN={hosts[0]}", "-keyout", "broker.key", "-out", "broker.csr")
    names = ",".join(f"DNS:{host}" for host in hosts)
    (FOLDER / "names.cnf").write_text(EXTENSIONS.format(names=names), encoding="utf-8")
    signed_by = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", DAYS, "-extfile", "names.cnf")
    openssl("x509", "-req", "-in", "broker.csr", *signed_by, "-out", "broker.crt")
    kafka = FOLDER / "kafka"
    kafka.mkdir()
    pair = [(FOLDER / name).read_text(encoding="utf-8") for name in ("broker.key", "broker.crt")]
    (kafka / "broker.pem").write_text("".join(pair), encoding="utf-8")
    shutil.copy(FOLDER / "ca.pem", kafka / "ca.pem")
    for name in ("broker.key", "broker.crt", "broker.csr", "names.cnf", "ca.srl"):
        (FOLDER / name).unlink(missing_ok=True)


def make_users() -> None:
    """Make a random password each; the broker's format step takes salted hashes."""
    hashes = []
    for user in USERS:
        password = secrets.token_urlsafe(32)
        (FOLDER / f"{user}.password").write_text(password, encoding="utf-8")
        salt = secrets.token_bytes(32)
        salted = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, ITERATIONS)
        fields = f'name={user},iterations={ITERATIONS},salt="{_encode(salt)}",saltedpassword="{_encode(salted)}"'
        hashes.append(f"--add-scram SCRAM-SHA-512=[{fields}]")
        if user == "admin":
            _write_properties(password)
    (FOLDER / "kafka" / "users").write_text("\n".join(hashes) + "\n", encoding="utf-8")


def _write_properties(password: str) -> None:
    plain = (FOLDER.parent / "kafka" / "server.properties").read_text(encoding="utf-8")
    secure = plain.replace("NETWORK:PLAINTEXT,HOST:PLAINTEXT", "NETWORK:SASL_SSL,HOST:SASL_SSL")
    secure += SECURE_PROPERTIES.format(password=password)
    (FOLDER / "kafka" / "server.properties").write_text(secure, encoding="utf-8")


def _encode(content: bytes) -> str:
    return base64.b64encode(content).decode()


def main() -> None:
    """Make everything, or nothing."""
    if FOLDER.exists():
        sys.exit(f"{FOLDER} is there already; remove it to make new secrets")
    FOLDER.mkdir(mode=0o700)  # containers read single files of it, under users of their own; people can't enter
    make_certificates((*HOSTS, *sys.argv[1:]))
    make_users()
    (FOLDER / "ca.key").chmod(0o600)
    sys.stdout.write(f"made {FOLDER}: keep it to yourself\n")


if __name__ == "__main__":
    main()
