import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What is under way at a server, so that it can be closed without cutting anybody off. */
export interface Closable {
  /** Tells every answer from now on to be its connection's last, so that proxies and browsers look elsewhere. */
  endConnections(): void;
  /** Takes no connection any more; resolves when the last request is answered, or cut off after `patience` ms. */
  close(patience: number): Promise<void>;
}

/** Watches a server from before its first connection. */
export function closable(server: Server): Closable {
  const silent = new Set<Socket>();
  const answering = new Set<ServerResponse>();
  let ending = false;
  server.on("connection", (socket: Socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.on("request", (request, response) => {
    silent.delete(request.socket);
    answering.add(response);
    response.once("close", () => answering.delete(response));
    if (ending) response.shouldKeepAlive = false;
  });
  const endConnections = () => {
    ending = true;
    for (const response of answering) response.shouldKeepAlive = false;
  };
  return {
    endConnections,
    async close(patience) {
      endConnections();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // A browser's spare connection, on which nothing was sent yet, counts as busy for Node.
      for (const socket of silent) socket.destroy();
      const cut = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(cut);
    },
  };
}
