import { createHash } from "node:crypto";
import type { TableSum } from "./format";

const NEW_LINE = 10;

/** Counts and sums a table's rows as they pass: `add` each piece, `done` once. */
export function summing(table: string): { add(piece: Buffer): void; done(): TableSum } {
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  return {
    add(piece) {
      hash.update(piece);
      bytes += piece.length;
      for (let at = piece.indexOf(NEW_LINE); at >= 0; at = piece.indexOf(NEW_LINE, at + 1)) rows += 1;
    },
    done: () => ({ table, rows, bytes, sha256: hash.digest("hex") }),
  };
}
