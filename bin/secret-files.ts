import { readFileSync } from "node:fs";
import { EnvError, SECRET_NAMES } from "@/lib/env";

/**
 * Reads each secret that a file holds into its setting: what `DATABASE_URL_FILE` names becomes `DATABASE_URL`, without
 * the end of its line. Throws an `EnvError` for a file that cannot be read, is empty, or stands beside the setting.
 */
export function readSecretFiles(environment: NodeJS.ProcessEnv): void {
  const problems: string[] = [];
  for (const name of SECRET_NAMES) {
    const setting = `${name}_FILE`;
    const file = environment[setting];
    if (!file) continue;
    const secret = contentOf(file);
    if (environment[name]) problems.push(`${setting}: ${name} is set too, and only one of them can count`);
    else if (secret === null) problems.push(`${setting}: names a file that cannot be read`);
    else if (secret === "") problems.push(`${setting}: names an empty file`);
    else Object.assign(environment, { [name]: secret, [setting]: "" });
  }
  if (problems.length > 0) throw new EnvError(problems);
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}
