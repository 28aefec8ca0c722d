// Loaded before a program: from then on nothing of it reaches a network, and who tries is told on standard error.
import { Socket as Datagrams } from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import { Server, Socket } from "node:net";

function refuse(): never {
  process.stderr.write("The network is refused\n");
  process.exit(99);
}

Socket.prototype.connect = refuse;
Server.prototype.listen = refuse;
Datagrams.prototype.bind = refuse;
Datagrams.prototype.send = refuse;
dns.lookup = refuse as unknown as typeof dns.lookup;
syncBuiltinESMExports();
