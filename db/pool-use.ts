import type postgres from "postgres";

/** How a process uses its pool: a transaction holds a connection, or waits until one is free. */
export interface PoolUse {
  running: number;
  waiting: number;
}

/** Watches the transactions of a pool from now on. The driver itself does not say who waits. */
export function watchPool(client: postgres.Sql): PoolUse {
  const use: PoolUse = { running: 0, waiting: 0 };
  const begin = client.begin.bind(client) as (...given: unknown[]) => Promise<unknown>;
  const watched = async (...given: unknown[]) => {
    const work = given.pop() as (tx: unknown) => unknown;
    let state: keyof PoolUse = "waiting";
    use.waiting += 1;
    try {
      return await begin(...given, (tx: unknown) => {
        use.waiting -= 1;
        use.running += 1;
        state = "running";
        return work(tx);
      });
    } finally {
      use[state] -= 1;
    }
  };
  return Object.assign(client, { begin: watched }) && use;
}
