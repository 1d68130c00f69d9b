import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { appKilled } from "./app-killed";
import { backupUnderLoad } from "./backup-under-load";
import { bothKilled } from "./both-killed";
import { clockJumping } from "./clock-jumping";
import { connectionCut } from "./connection-cut";
import { connectionsTaken } from "./connections-taken";
import { deployUnderLoad } from "./deploy-under-load";
import { diskFull } from "./disk-full";
import { fullPool } from "./full-pool";
import { type Outcome, play } from "./harness/rounds";
import { postgresKilled } from "./postgres-killed";
import { postgresRestarted } from "./postgres-restarted";
import { replicaGone } from "./replica-gone";

// Breaks the app and its database on purpose, under load, and compares what was acknowledged with what is there.
const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    /** Faults whose names hold this. */
    only: { type: "string", default: "" },
    json: { type: "string" },
    /** Leaves the directories behind, and says where. */
    keep: { type: "boolean", default: false },
  },
});
const FAULTS = [
  appKilled,
  postgresKilled,
  bothKilled,
  postgresRestarted,
  connectionsTaken,
  diskFull,
  connectionCut,
  replicaGone,
  deployUnderLoad,
  clockJumping,
  fullPool,
  backupUnderLoad,
];
const say = (line: string) => void process.stdout.write(`${line}\n`);
const HEAD =
  "| fault | rounds | acknowledged | lost | doubled | told to send again | slowest answer | slowest recovery |";

const outcomes: Outcome[] = [];
const chosen = FAULTS.filter(({ name }) => name.includes(options.only));
for (const fault of chosen) {
  const lack = fault.lacks?.() ?? null;
  if (lack) say(`${fault.name}: skipped, ${lack}`);
  else outcomes.push(await tell(await play(fault, Number(options.rounds), options.keep)));
}
say(`\n${HEAD}\n${HEAD.replaceAll(/[^|]/g, "-")}`);
for (const outcome of outcomes) say(lineOf(outcome));
if (options.json) await writeFile(options.json, `${JSON.stringify(outcomes, null, 2)}\n`);
process.exit(outcomes.length > 0 && outcomes.every(({ amiss }) => amiss.length === 0) ? 0 : 1);

async function tell(outcome: Outcome): Promise<Outcome> {
  say(lineOf(outcome));
  for (const words of outcome.amiss.slice(0, 20)) say(`    ${words}`);
  return outcome;
}

function lineOf({ fault, rounds, acknowledged, lost, doubled, unsent, told, ...times }: Outcome): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const again = `${told.unkept} in words, ${told.unanswered} by a broken connection`;
  const cells = [fault, rounds, acknowledged, lost, unsent ? `${doubled}, and ${unsent} never sent` : doubled, again];
  return `| ${[...cells, seconds(times.slowestAnswer), seconds(times.slowestRecovery)].join(" | ")} |`;
}
