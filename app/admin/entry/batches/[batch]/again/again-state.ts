import { randomUUID } from "node:crypto";
import { type EntryBatch, listSheets } from "@/db/entry-batches";
import type { KeyingRefusal } from "@/db/second-keyings";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { nextSheetToKey } from "@/lib/survey/second-keying";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { EntryState, Typed } from "../../../entry-state";
import { refusalOf } from "../../../next-state";
import { keyedSheets, keyingCounts } from "../keying-counts";

interface Around {
  readonly staff: Staff;
  readonly batch: EntryBatch;
  readonly locale: Locale;
  readonly title: string;
}

/** An empty form for a sheet, with how many were keyed twice. */
export async function freshKeying({ staff, batch, locale }: Omit<Around, "title">, typed: Typed): Promise<EntryState> {
  const count = translator(locale, "batches")("again.count", keyingCounts(await listSheets(staff, batch.id)));
  return { key: randomUUID(), typed, count, saved: null, caution: null, refused: null };
}

/** The form after a save, for the next sheet that the person can key; `differing` is in how many fields this one does. */
export async function savedKeying(
  around: Around,
  { sheet, differing, typed }: { sheet: number; differing: number; typed: Typed },
): Promise<EntryState> {
  const { staff, batch, locale } = around;
  const t = translator(locale, "batches");
  const next = nextSheetToKey(keyedSheets(await listSheets(staff, batch.id)), staff.id, sheet);
  const fresh = await freshKeying(around, { sheet: String(next ?? ""), locale: typed.locale ?? "" });
  const saved = t(differing > 0 ? "again.savedDiffering" : "again.savedSame", { sheet, n: differing });
  return { ...fresh, saved: next === null ? `${saved} ${t("second.none")}` : saved };
}

/** The form as it was sent, with everything that is wrong. */
export async function refusedKeying(
  around: Around,
  { key, typed }: Pick<EntryState, "key" | "typed">,
  errors: readonly FieldError[],
): Promise<EntryState> {
  return { ...(await freshKeying(around, typed)), key, refused: refusalOf(around, errors) };
}

/** Why a sheet was not kept, by the field that says so. */
export function keyingError(reason: KeyingRefusal, sheet: number, locale: Locale): FieldError {
  if (reason === "draft" || reason === "sealed") {
    return { field: "save", message: translator(locale, "entry")(`refused.${reason}`) };
  }
  return { field: "sheet", message: translator(locale, "batches")(`keying.${reason}`, { sheet }) };
}
