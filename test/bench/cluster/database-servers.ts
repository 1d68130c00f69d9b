import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, chownSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Program, freePort, startProgram } from "./program";

/** A Postgres with a streaming replica, and PgBouncer in transaction mode before it; each by its port. */
export interface DatabaseServers {
  readonly primary: number;
  readonly replica: number;
  readonly bouncer: number;
  readonly programs: { readonly primary: Program; readonly replica: Program; readonly bouncer: Program };
}

const AS_POSTGRES = ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] as const;

/** The newest Postgres that Debian's packages installed. Throws where there is none. */
function binaries(): string {
  const [newest] = readdirSync("/usr/lib/postgresql").toSorted((one, other) => Number(other) - Number(one));
  if (!newest) throw new Error("apt-get install postgresql pgbouncer nginx");
  return `/usr/lib/postgresql/${newest}/bin`;
}

/** Makes and starts the three in an empty directory. As root; they run as the system's user postgres. */
export async function startDatabaseServers(directory: string): Promise<DatabaseServers> {
  const bin = binaries();
  const home = join(directory, "databases");
  mkdirSync(home);
  const uid = Number(execFileSync("id", ["-u", "postgres"], { encoding: "utf8" }));
  chownSync(home, uid, uid);
  const [primary, replica, bouncer] = [await freePort(), await freePort(), await freePort()];
  const run = (...command: string[]) => execFileSync(AS_POSTGRES[0], [...AS_POSTGRES.slice(1), ...command]);
  const start = async (data: string, port: number) => {
    const command = [...AS_POSTGRES, `${bin}/postgres`, "-D", data, "-p", String(port), "-k", home] as const;
    const program = await startProgram({ command, port, log: join(directory, "postgres.log") });
    // Its port is open before it answers.
    const isReady = () => spawnSync(`${bin}/pg_isready`, ["-q", "-h", "127.0.0.1", "-p", String(port)]).status === 0;
    while (!isReady()) await sleep(100);
    return program;
  };
  run(`${bin}/initdb`, "-D", join(home, "primary"), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale");
  const settings = "listen_addresses = '127.0.0.1'\nmax_connections = 60\nhot_standby_feedback = on\nfsync = on\n";
  appendFileSync(join(home, "primary", "postgresql.conf"), settings);
  const programs = { primary: await start(join(home, "primary"), primary) };
  const from = ["-h", "127.0.0.1", "-p", String(primary), "-U", "postgres"];
  run(`${bin}/pg_basebackup`, ...from, "-D", join(home, "replica"), "--write-recovery-conf", "--checkpoint=fast");
  const replicaProgram = await start(join(home, "replica"), replica);
  const config = join(home, "pgbouncer.ini");
  writeFileSync(
    config,
    `[databases]
* = host=127.0.0.1 port=${primary} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${bouncer}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 12
max_client_conn = 200
server_reset_query =
log_connections = 0
log_disconnections = 0
`,
  );
  const bouncerProgram = await startProgram({
    command: [...AS_POSTGRES, "/usr/sbin/pgbouncer", config],
    port: bouncer,
    log: join(directory, "pgbouncer.log"),
  });
  return { primary, replica, bouncer, programs: { ...programs, replica: replicaProgram, bouncer: bouncerProgram } };
}
