import type postgres from "postgres";
import { codeOf } from "./errors";

type Work = (tx: postgres.TransactionSql) => unknown;

/** What the driver and the network call the end of a connection that was open. */
const ENDED = /^(?:CONNECTION_(?:CLOSED|ENDED|DESTROYED)|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|57P01|57P02)$/;
const MOST_BEGINNINGS = 3;

/** Whether an error says that a connection that was open has ended, so that nothing more may be sent into it. */
export function hasEnded(error: unknown): boolean {
  return ENDED.test(codeOf(error) ?? "");
}

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
        if (connection.begun || beginnings === MOST_BEGINNINGS || !hasEnded(error)) throw error;
      }
    }
  };
  Object.assign(client, { begin: guarded });
}

interface Connection {
  begun: boolean;
  ended: boolean;
}

/** Does work on a connection; never settles when that ends, so that nothing follows. `begin` is told of it by the driver. */
async function unlessEnded(connection: Connection, work: Work, tx: postgres.TransactionSql): Promise<unknown> {
  connection.begun = true;
  const outcome = await attempt(async () => work(guard(connection, tx)));
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
  const asked = <Asked>(ask: () => Asked): Asked => {
    if (connection.ended) throw Object.assign(new Error("the connection has ended"), { code: "CONNECTION_CLOSED" });
    return heard(connection, ask());
  };
  return new Proxy(tx, {
    apply: (target, self, given: unknown[]) => asked(() => Reflect.apply(target, self, given) as unknown),
    get: (target, name) =>
      name === "unsafe"
        ? (...given: Parameters<typeof tx.unsafe>) => asked(() => target.unsafe(...given))
        : (Reflect.get(target, name) as unknown),
  });
}

/**
 * Notes the end of a connection the moment its statement is told, before whoever waits for that can send another: between
 * the error and the end of a socket the driver takes statements that it never answers, and never forgets.
 */
function heard<Asked>(connection: Connection, asked: Asked): Asked {
  const statement = asked as { reject?: (error: unknown) => void };
  const { reject } = statement;
  if (!reject) return asked;
  statement.reject = (error) => {
    if (hasEnded(error)) connection.ended = true;
    reject(error);
  };
  return asked;
}
