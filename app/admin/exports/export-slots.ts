import { env } from "@/lib/env";

// Next bundles each route apart; the pool that the slots protect is the process's.
const shared = globalThis as typeof globalThis & { reportFeedbackExports?: number };

/**
 * Takes one of the places for downloads, or null when all are taken. A download holds a connection for as long as its
 * client reads; half of the pool stays for readers. The function returned gives the place back, once.
 */
export function takeExportSlot(): (() => void) | null {
  const taken = shared.reportFeedbackExports ?? 0;
  if (taken >= Math.floor(env().DATABASE_POOL / 2)) return null;
  shared.reportFeedbackExports = taken + 1;
  let held = true;
  return () => {
    if (held) shared.reportFeedbackExports = (shared.reportFeedbackExports ?? 1) - 1;
    held = false;
  };
}
