import { EditForm, type EditPart } from "@/app/_ui/desk/edit-form";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type SettingsField, typedSettingsOf } from "@/lib/survey/edition-settings";
import { asShown } from "../../../others-saved";
import { saveSettings } from "./actions";

/** An edition's texts and times. */
export function SettingsForm({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "editions");
  const typed = typedSettingsOf(edition);
  const field = (name: SettingsField, type: "text" | "date" | "datetime-local" = "text") => ({
    name,
    type,
    label: t(`settings.fields.${name}`),
    defaultValue: typed[name],
  });
  const parts: EditPart[] = [
    {
      id: "report",
      title: t("settings.report"),
      hint: t("settings.reportHint"),
      rows: [
        [
          { ...field("title_zh"), lang: "zh-CN" },
          { ...field("title_en"), lang: "en" },
        ],
        [field("period_start", "date"), field("period_end", "date")],
      ],
    },
    {
      id: "times",
      title: t("settings.times"),
      hint: t("settings.timesHint", { zone: edition.timeZone }),
      rows: [
        [field("opens_at", "datetime-local"), field("closes_at", "datetime-local")],
        [{ ...field("time_zone"), hint: t("settings.zoneHint") }],
      ],
    },
  ];
  return (
    <EditForm
      action={saveSettings}
      parts={parts}
      hidden={{ edition: edition.slug, ...asShown(typed) }}
      submit={t("settings.save")}
      errorPrefix={translator(locale, "department")("form.prefix")}
      back={{ href: `/admin/editions/${edition.slug}`, text: t("act.back") }}
    />
  );
}
