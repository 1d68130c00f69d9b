import type { ResponseList } from "@/db/response-list";
import type { Results } from "@/lib/analysis/results";

/** An edition's counts as the head of a page shows them, whatever the list is narrowed to. */
export function countsForHead({ all, asOf }: Pick<ResponseList, "all" | "asOf">): Pick<
  Results,
  "asOf" | "received" | "valid"
> & {
  quarantined: number;
  excluded: number;
} {
  const { withdrawn: _, ...kept } = all;
  const received = Object.values(kept).reduce((sum, count) => sum + count, 0);
  return { asOf, received, valid: all.valid ?? 0, quarantined: all.quarantined ?? 0, excluded: all.excluded ?? 0 };
}
