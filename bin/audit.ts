import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { judgeAudit, parseExceptions } from "@/lib/dependency-audit";

/** `npm run audit`: 0 when nothing known is open, 1 when something is, 2 when the registry could not be asked. */
function audit(): number {
  const exceptions = parseExceptions(readFileSync("docs/audit-exceptions.json", "utf8"));
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8" });
  const open = judgeAudit(stdout ?? "", exceptions, new Date().toISOString().slice(0, 10));
  if (open === null)
    process.stderr.write("The registry gave no audit: is it reachable, and does it know advisories?\n");
  else
    process.stdout.write(open.length > 0 ? `${open.join("\n")}\n` : "No known weakness in what runs in production.\n");
  return open === null ? 2 : Math.min(open.length, 1);
}

process.exit(audit());
