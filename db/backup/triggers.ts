import type postgres from "postgres";

interface Trigger {
  readonly place: string;
  readonly name: string;
  /** As `pg_trigger.tgenabled` has it. */
  readonly state: "O" | "A" | "R" | "D";
}

const ENABLE = { O: "enable", A: "enable always", R: "enable replica", D: "disable" } as const;

/**
 * Does `work` in a transaction that has made every table itself, while none of their triggers fires, and then has each
 * fire as before; throws if one does not. Nobody else sees a table before all of it is committed, so that the seal has no
 * hole: this is DDL, and no setting or function of the application leads here.
 */
export async function withoutTriggers(tx: postgres.TransactionSql, work: () => Promise<void>): Promise<void> {
  const before = await listTriggers(tx);
  for (const place of new Set(before.map((trigger) => trigger.place))) {
    await tx.unsafe(`alter table ${place} disable trigger user`);
  }
  await work();
  for (const { place, name, state } of before) await tx.unsafe(`alter table ${place} ${ENABLE[state]} trigger ${name}`);
  if (JSON.stringify(await listTriggers(tx)) !== JSON.stringify(before)) throw new Error("a trigger did not come back");
}

function listTriggers(tx: postgres.TransactionSql): Promise<Trigger[]> {
  return tx<Trigger[]>`
    select format('%I.%I', n.nspname, c.relname) as place, quote_ident(t.tgname) as name, t.tgenabled as state
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and not t.tgisinternal order by 1, 2`;
}
