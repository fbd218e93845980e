"""A mail server that is not ours, for tests: aiosmtpd, which does what the recipient's name asks for.

Prints the port it listens on, then one line of JSON for each message it has taken. Names: `later-N…` is put off N times
(451), `nobody…` is refused (550), `drop-N…` loses the connection N times in the middle of the message, `whole…` is refused
after the message (554). `--tls CERT KEY` insists on STARTTLS, `--auth` on the password `right`.
"""

import argparse
import asyncio
import base64
import json
import ssl
import sys
from collections import Counter

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self):
        self.seen = Counter()

    def first_times(self, address, word):
        """Whether this address asks for trouble once more."""
        name, _, rest = address.partition("-")
        if name != word:
            return False
        self.seen[address] += 1
        return self.seen[address] <= int(rest[0])

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.1.1 No such user here"
        if self.first_times(address, "later"):
            return "451 4.7.1 Greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if any(address.startswith("whole") for address in envelope.rcpt_tos):
            return "554 5.7.1 Not this message"
        line = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None,
            "raw": base64.b64encode(envelope.content).decode(),
        }
        print(json.dumps(line), flush=True)
        return "250 2.0.0 Taken"


class Server(SMTP):
    """Loses the connection after the first bytes of a message to `drop-N…`."""

    async def smtp_DATA(self, arg):
        if any(self.event_handler.first_times(address, "drop") for address in self.envelope.rcpt_tos):
            await self.push("354 Go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.password == b"right", handled=False)


async def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--tls", nargs=2)
    arguments.add_argument("--auth", action="store_true")
    arguments = arguments.parse_args()
    context = None
    if arguments.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*arguments.tls)
    handler = Handler()

    def connection():
        return Server(
            handler,
            enable_SMTPUTF8=True,
            tls_context=context,
            require_starttls=context is not None,
            auth_required=arguments.auth,
            auth_require_tls=False,
            authenticator=authenticate if arguments.auth else None,
        )

    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
