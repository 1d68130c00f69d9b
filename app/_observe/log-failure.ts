import { scrubError } from "@/lib/log/scrub";
import { processWide } from "./process-wide";

/** Notes a failure that somebody was answered about in words, for the operator, who alone can mend it. */
export function logFailure(error: unknown, message = "failed"): void {
  const shared = processWide();
  if (shared) shared.logError(error, message);
  else process.stderr.write(`${message}: ${scrubError(error).message}\n`);
}
