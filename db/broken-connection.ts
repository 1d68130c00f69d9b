import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { codeOf } from "./errors";

type Work = (tx: postgres.TransactionSql) => unknown;

/** What the driver and the network call the end of a connection that was open. */
const ENDED = /^(?:CONNECTION_(?:CLOSED|ENDED|DESTROYED)|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|57P01|57P02)$/;
/** The driver hears of the end of a connection a moment after its query has. */
const MOMENT_MS = 1000;
const MOST_BEGINNINGS = 3;

/**
 * Has the transactions of a pool send nothing more into a connection that has ended. The driver (postgres 3.4.9) would send
 * the rollback there: that throws where nobody can catch it, and the connection can then never be opened again, so that
 * each cut took one from the pool until a restart (https://github.com/LanternOps/breeze/issues/3225). It also tells the
 * next transaction on a connection how the one before ended; one that has not begun, and so has done nothing, begins anew.
 */
export function leaveBrokenConnections(client: postgres.Sql): void {
  const begin = client.begin.bind(client) as (...given: unknown[]) => Promise<unknown>;
  const guarded = async (...given: unknown[]) => {
    const work = given.pop() as Work;
    for (let beginnings = 1; ; beginnings += 1) {
      const connection: Connection = { begun: false, ended: false };
      const done = begin(...given, (tx: postgres.TransactionSql) => unlessEnded(connection, work, tx));
      try {
        return await done;
      } catch (error) {
        connection.ended = true;
        if (connection.begun || beginnings === MOST_BEGINNINGS || !ENDED.test(codeOf(error) ?? "")) throw error;
      }
    }
  };
  Object.assign(client, { begin: guarded });
}

interface Connection {
  begun: boolean;
  ended: boolean;
}

/** Does work on a connection; never settles when that ends, so that nothing follows. `begin` has been told by then. */
async function unlessEnded(connection: Connection, work: Work, tx: postgres.TransactionSql): Promise<unknown> {
  connection.begun = true;
  const outcome = await attempt(async () => work(guard(connection, tx)));
  const suspect = "error" in outcome && ENDED.test(codeOf(outcome.error) ?? "");
  const limit = suspect ? performance.now() + MOMENT_MS : 0;
  while (!connection.ended && performance.now() < limit) await sleep(5);
  if (connection.ended) return new Promise(() => {});
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}

async function attempt(work: () => Promise<unknown>): Promise<{ value: unknown } | { error: unknown }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

/** The same transaction, which refuses every statement once its connection has ended. */
function guard(connection: Connection, tx: postgres.TransactionSql): postgres.TransactionSql {
  const refuseEnded = () => {
    if (connection.ended) throw Object.assign(new Error("the connection has ended"), { code: "CONNECTION_CLOSED" });
  };
  return new Proxy(tx, {
    apply(target, self, given: unknown[]) {
      refuseEnded();
      return Reflect.apply(target, self, given) as unknown;
    },
    get(target, name) {
      if (name === "unsafe") {
        return (...given: Parameters<typeof tx.unsafe>) => {
          refuseEnded();
          return target.unsafe(...given);
        };
      }
      return Reflect.get(target, name) as unknown;
    },
  });
}
