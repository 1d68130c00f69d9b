import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { editorAddress } from "../editor-address";
import styles from "./preview.module.css";

type Width = "wide" | "phone";

interface PreviewBarProps {
  readonly slug: string;
  readonly desk: InstrumentDesk;
  readonly locale: Locale;
  readonly shown: Locale;
  readonly width: Width;
}

/** What is previewed and that it cannot be sent; the other width, and the way back. */
export function PreviewBar({ slug, desk, locale, shown, width }: PreviewBarProps) {
  const t = translator(locale, "instrument");
  const { draft, published } = desk;
  const other: Width = width === "wide" ? "phone" : "wide";
  return (
    <nav className={styles.bar} aria-label={t("previewTitle")}>
      <p>
        {draft.revision > 0
          ? t("previewing.draft", { version: draft.version })
          : t("previewing.published", { version: published.version })}
      </p>
      <p>
        <a href={previewAddress(slug, { locale: shown, width: other })}>{t(`previewing.${other}`)}</a>{" "}
        <a href={editorAddress(slug)}>{t("previewing.back")}</a>
      </p>
    </nav>
  );
}

/** The address of a preview. */
export function previewAddress(slug: string, query: Readonly<Record<string, string>>): string {
  return `${editorAddress(slug, "preview")}?${new URLSearchParams(query)}`;
}
