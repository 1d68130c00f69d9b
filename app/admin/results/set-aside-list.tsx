import type { SetAsideCount } from "@/lib/analysis/doubts";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

interface SetAsideListProps {
  readonly setAside: readonly SetAsideCount[];
  readonly slug: string;
  readonly locale: Locale;
}

/** How many answers do not count, by status and reason; each count leads to them. */
export function SetAsideList({ setAside, slug, locale }: SetAsideListProps) {
  const t = translator(locale, "results");
  const words = translator(locale, "export");
  if (setAside.length === 0) return <p>{t("doubts.none")}</p>;
  return (
    <ul>
      {setAside.map(({ status, reason, count }) => {
        const query = new URLSearchParams({ edition: slug, status, ...(reason ? { reason } : {}) });
        return (
          <li key={`${status} ${reason}`}>
            <a href={`/admin/responses?${query}`}>
              {t("doubts.count", { status: words(`status.${status}`), n: count })}
            </a>
            {reason && ` · ${words(`reason.${reason}`)}`}
          </li>
        );
      })}
    </ul>
  );
}
