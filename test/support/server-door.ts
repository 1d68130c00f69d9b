import { once } from "node:events";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** How a door meets who comes: resets the connection, or refuses it as a server that has no place for one more does. */
export type Meeting = "reset" | "full" | "through";

/** 53300, too_many_connections, in the words of the protocol. */
const FULL = Buffer.from("E\0\0\0\0SFATAL\0C53300\0Msorry, too many clients already\0\0", "latin1");
FULL.writeUInt32BE(FULL.length - 1, 1);

/** Stands before a Postgres server at `address`; meets newcomers as `next` says, one after another, and lets others through. */
export async function openDoor(address: string): Promise<{ address: string; next: Meeting[]; close(): void }> {
  const { hostname, port } = new URL(address);
  const next: Meeting[] = [];
  const through = (socket: Socket) => {
    const onward = connect(Number(port), hostname);
    socket.pipe(onward).pipe(socket);
    socket.on("close", () => onward.destroy());
    onward.on("error", () => {}).on("close", () => socket.resetAndDestroy());
  };
  const door = createServer((socket) => {
    socket.on("error", () => {});
    const meeting = next.shift() ?? "through";
    if (meeting === "through") through(socket);
    else socket.once("data", () => (meeting === "full" ? socket.end(FULL) : socket.resetAndDestroy()));
  });
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  const own = Object.assign(new URL(address), { port: String((door.address() as AddressInfo).port) });
  return { address: own.href, next, close: () => void door.close() };
}
