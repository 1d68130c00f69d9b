import { EditForm } from "@/app/_ui/desk/edit-form";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { EditionAct } from "@/lib/survey/edition-life";
import { takeStep } from "./actions";

/** Steps that shut readers out or can't be taken back without a trace. */
const GRAVE: readonly EditionAct[] = ["close", "seal", "disclose", "unseal"];

interface ActFormProps {
  readonly edition: Edition;
  readonly act: EditionAct;
  readonly locale: Locale;
}

/** The button that takes the step, the way back, and for unsealing its reason. */
export function ActForm({ edition: { slug, revision }, act, locale }: ActFormProps) {
  const t = translator(locale, "editions");
  const reason = { name: "reason", label: t("act.reason"), hint: t("act.reasonHint"), type: "text", rows: 3 } as const;
  return (
    <EditForm
      action={takeStep}
      parts={act === "unseal" ? [{ id: "why", rows: [[reason]] }] : []}
      hidden={{ edition: slug, act, revision: String(revision) }}
      submit={t(`acts.${act}.name`)}
      errorPrefix={translator(locale, "department")("form.prefix")}
      back={{ href: `/admin/editions/${slug}`, text: t("act.back") }}
      isGrave={GRAVE.includes(act)}
    />
  );
}
