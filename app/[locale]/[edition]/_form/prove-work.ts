import type { Challenge } from "altcha-lib";

/** After this the reader goes on without a proof: the answer is kept, and the department decides. */
const PATIENCE_MS = 15_000;

/**
 * Solves the task that comes with a receipt while many like answers arrive, and sends the same submission again with the
 * proof. The receipt is good either way, so nothing here may fail or keep the reader waiting: without a secure context,
 * in an old browser or on a network that stalls there is no proof.
 */
export async function proveWork(action: string, fields: object, challenge: Challenge): Promise<void> {
  const patience = new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([patience, prove(action, fields, challenge).catch(() => {})]);
}

async function prove(action: string, fields: object, challenge: Challenge): Promise<void> {
  const { solveChallenge } = await import("altcha-lib");
  const { deriveKey } = await import("altcha-lib/algorithms/web/pbkdf2");
  const solution = await solveChallenge({ challenge, deriveKey, timeout: PATIENCE_MS });
  if (!solution) return;
  const proof = JSON.stringify({ challenge, solution });
  await fetch(action, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ ...fields, proof }),
  });
}
