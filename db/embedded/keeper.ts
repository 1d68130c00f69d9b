import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { databaseUrl, type Cluster } from "./cluster";
import { EmbeddedDatabaseError } from "./error";

/** The name of the database that openEmbeddedDatabase hands out. */
export const DATABASE = "report_feedback";

/** A session that says, with a shared lock for as long as it lives, that this process uses the server. */
export interface Keeper {
  /** Gives up the lock; true if nobody else holds it, and then nobody else can get it. */
  isLast(): Promise<boolean>;
  end(): Promise<void>;
}

const USE = 7_226_301;
const CREATE = 7_226_302;

/** Joins the users of a server, or returns null while it is starting, stopping or gone. */
export async function joinServer(cluster: Cluster, port: number, onLost: () => void): Promise<Keeper | null> {
  let joined = false;
  // Advisory locks belong to a database, and report_feedback has to stay free to be a template.
  const sql = connect(databaseUrl(cluster, port, "postgres"), () => joined && onLost());
  const leave = async (): Promise<null> => {
    joined = false;
    await sql.end({ timeout: 1 });
    return null;
  };
  try {
    const [row] = await sql<{ free: boolean }[]>`select pg_try_advisory_lock_shared(${USE}::bigint) as free`;
    if (!row?.free) return await leave();
    joined = await answers(cluster, port, sql);
    if (!joined) return await leave();
  } catch (error) {
    await leave();
    if ((error as { code?: string }).code !== "28P01") return null;
    throw new EmbeddedDatabaseError(
      `The embedded database in ${cluster.directory} refuses the password that is kept beside it: ` +
        `restore the file cluster/password that belongs to it.`,
    );
  }
  const isLast = async () => {
    joined = false;
    await sql`select pg_advisory_unlock_shared(${USE}::bigint)`;
    const isFree = async () =>
      (await sql<{ free: boolean }[]>`select pg_try_advisory_lock(${USE}::bigint) as free`)[0]?.free ?? false;
    // The lock of a process that was killed along with us lives on for a moment.
    return (await isFree()) || (await sleep(50).then(isFree));
  };
  return { isLast: () => isLast().catch(() => false), end: () => leave().then(() => undefined) };
}

// A server that is going down drops the last user's lock before it drops our session, so the lock alone proves
// nothing; but it takes no new connections by then, so one more connection does.
async function answers(cluster: Cluster, port: number, keeper: postgres.Sql): Promise<boolean> {
  const sql = connect(databaseUrl(cluster, port, DATABASE));
  try {
    await sql`select 1`;
  } catch (error) {
    if ((error as { code?: string }).code !== "3D000") return false;
    await createDatabase(keeper);
  } finally {
    await sql.end({ timeout: 1 });
  }
  return true;
}

async function createDatabase(sql: postgres.Sql): Promise<void> {
  await sql`select pg_advisory_lock(${CREATE}::bigint)`;
  const found = await sql`select from pg_database where datname = ${DATABASE}`;
  if (found.length === 0) await sql`create database ${sql(DATABASE)}`;
  await sql`select pg_advisory_unlock(${CREATE}::bigint)`;
}

function connect(url: string, onclose?: () => void): postgres.Sql {
  const connection = { application_name: "embedded-database-keeper" };
  const once = { max: 1, idle_timeout: 0, max_lifetime: null, connect_timeout: 5, fetch_types: false, ssl: false };
  return postgres(url, { ...once, connection, ...(onclose && { onclose }), onnotice: () => undefined });
}
