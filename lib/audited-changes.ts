import type { AuditedState } from "./audit";

/** What differs between two states, each part by its path, as the audit log keeps it: `company.phone`, before and after. */
export function auditedChanges(
  before: object,
  after: object,
): { readonly before: AuditedState; readonly after: AuditedState } {
  const [old, fresh] = [new Map(leavesOf(before, "")), new Map(leavesOf(after, ""))];
  const changed = [...new Set([...old.keys(), ...fresh.keys()])].filter((path) => old.get(path) !== fresh.get(path));
  const pick = (leaves: ReadonlyMap<string, Leaf>) =>
    Object.fromEntries(changed.map((path) => [path, leaves.get(path) ?? null]));
  return { before: pick(old), after: pick(fresh) };
}

type Leaf = string | number | boolean | null;

function leavesOf(value: unknown, path: string): [string, Leaf][] {
  if (value instanceof Date) return [[path, value.toISOString()]];
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === "" ? key : `${path}.${key}`));
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return [[path, value]];
  return [[path, null]];
}
