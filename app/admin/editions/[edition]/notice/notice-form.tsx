import { EditForm, type EditPart } from "@/app/_ui/desk/edit-form";
import type { Edition } from "@/db/editions";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { NOTICE_SETTINGS, type NoticeSetting, typedNoticeOf } from "@/lib/survey/notice-settings";
import { asShown } from "../../../others-saved";
import { saveNotice } from "./actions";

/** Which settings stand together, and in which rows. */
const PARTS = {
  company: [
    ["company.name"],
    ["company.shortName"],
    ["company.department"],
    ["company.phone", "company.email"],
    ["company.website", "company.ticker"],
    ["company.address"],
    ["company.icpFiling", "company.publicSecurityFiling"],
    ["company.accent"],
  ],
  complaints: [["company.complaints.department"], ["company.complaints.channel"]],
  version: [["privacyNotice.version", "privacyNotice.effectiveOn"]],
  handling: [
    ["privacyNotice.dataContact"],
    ["privacyNotice.storage"],
    ["privacyNotice.processors"],
    ["privacyNotice.crossBorder"],
  ],
  periods: [
    ["privacyNotice.contactMonths", "privacyNotice.responseYears"],
    ["privacyNotice.networkLogMonths", "privacyNotice.backupDays"],
    ["privacyNotice.replyWorkingDays"],
  ],
} as const satisfies Record<string, readonly (readonly NoticeSetting["name"][])[]>;

const TYPES = {
  line: "text",
  text: "text",
  email: "email",
  url: "url",
  date: "date",
  number: "number",
  colour: "text",
} as const;

/** Company and privacy notice of an edition, in both languages. */
export function NoticeForm({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "editions");
  const typed = typedNoticeOf(edition);
  const fieldsFor = (name: NoticeSetting["name"]) => {
    const kind = NOTICE_SETTINGS.find((setting) => setting.name === name);
    const label = t(`notice.fields.${name}`);
    const more = { type: TYPES[kind?.kind ?? "line"], ...(kind?.kind === "text" ? { rows: 4 } : {}) };
    if (!kind?.inBoth) return [{ name: name as string, label, defaultValue: typed[name], ...more }];
    return LOCALES.map((lang) => {
      const field = `${name}.${lang}`;
      return { name: field, label: t(`notice.in.${lang}`, { label }), defaultValue: typed[field], lang, ...more };
    });
  };
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).map((id): EditPart => ({
    id,
    title: t(`notice.parts.${id}.title`),
    hint: t(`notice.parts.${id}.hint`),
    rows: PARTS[id].map((row) => row.flatMap(fieldsFor)),
  }));
  return (
    <EditForm
      action={saveNotice}
      parts={parts}
      hidden={{ edition: edition.slug, ...asShown(typed) }}
      submit={t("settings.save")}
      errorPrefix={translator(locale, "department")("form.prefix")}
      back={{ href: `/admin/editions/${edition.slug}`, text: t("act.back") }}
    />
  );
}
