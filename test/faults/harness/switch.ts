import { once } from "node:events";
import { type Socket, connect, createServer } from "node:net";
import { freePort } from "@/test/bench/cluster/program";

/** A load balancer at its plainest: each new connection goes to the app that was named last. */
export interface Switch {
  readonly base: string;
  readonly port: number;
  lead(port: number): void;
  close(): Promise<void>;
}

/** Opens one on a port of its own. */
export async function openSwitch(): Promise<Switch> {
  let to = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(to, "127.0.0.1");
    for (const [end, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(end);
      end.on("error", () => other.destroy()).on("close", () => sockets.delete(end));
      end.pipe(other);
    }
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    lead: (next) => void (to = next),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
