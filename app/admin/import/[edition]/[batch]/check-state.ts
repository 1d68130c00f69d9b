import type { CheckProgress } from "@/db/import-check";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Result } from "@/lib/result";

/** How far a check is, in words; `stopped` when it cannot go on by itself. */
export interface CheckState extends CheckProgress {
  readonly text: string;
  readonly stopped: boolean;
}

/** How far a check is, or that a colleague changed the file meanwhile. */
export function checkState(progress: Result<CheckProgress, "gone" | "changed-meanwhile">, locale: Locale): CheckState {
  const t = translator(locale, "import");
  if (!progress.ok) return { checked: 0, rows: 1, text: t(`refused.${progress.error}`), stopped: true };
  const { checked, rows } = progress.value;
  return { checked, rows, text: t("check.running", { checked, rows }), stopped: false };
}
