import { createServer, type Server } from "node:net";
import { stat } from "node:fs/promises";

/**
 * Takes the turn to do what one process at a time may do in a directory, or returns null if another process has it.
 * The name that is taken is not a file: the kernel gives it back when the process ends, however it ends.
 */
export async function takeTurn(data: string): Promise<{ release(): Promise<void> } | null> {
  const { dev, ino } = await stat(data, { bigint: true });
  const name = `report-feedback-start-${dev}-${ino}`;
  if (process.platform === "linux") return hold(`\0${name}`);
  if (process.platform === "win32") return hold(`\\\\.\\pipe\\${name}`);
  // macOS has no such names: starters there meet at PostgreSQL's own interlocks only.
  return { release: async () => undefined };
}

function hold(path: string): Promise<{ release(): Promise<void> } | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(null));
    server.listen({ path, exclusive: true }, () => resolve({ release: () => closed(server) }));
  });
}

/** Finds a free port on loopback: the wanted one if it is free, or one that no outgoing connection is given. */
export async function freePort(wanted: number | null): Promise<number> {
  for (let port = wanted ?? randomPort(); ; port = randomPort()) {
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(false));
      server.listen({ port, host: "127.0.0.1", exclusive: true }, () => void closed(server).then(() => resolve(true)));
    });
    if (free) return port;
  }
}

function randomPort(): number {
  return 20_000 + Math.floor(Math.random() * 12_000);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
