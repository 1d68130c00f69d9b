import { type Locale, findLocale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { NOTICE_SETTINGS, fieldsOf } from "@/lib/survey/notice-settings";
import { LONGEST, type NoticeError } from "@/lib/survey/parse-notice";

/** What is wrong with a field of company and notice, in words that name it. */
export function noticeErrorText({ field, setting, problem }: NoticeError, locale: Locale): string {
  const max = setting.kind === "text" ? LONGEST.text : LONGEST.line;
  return translator(locale, "editions")(`notice.problems.${problem}`, { field: noticeFieldLabel(field, locale), max });
}

/** What a field of company and notice is called on its page. */
export function noticeFieldLabel(field: string, locale: Locale): string {
  const setting = NOTICE_SETTINGS.find((one) => fieldsOf(one).includes(field));
  if (!setting) throw new Error(`no such setting: ${field}`);
  const t = translator(locale, "editions");
  const label = t(`notice.fields.${setting.name}`);
  const lang = setting.inBoth ? findLocale(field.slice(setting.name.length + 1)) : null;
  return lang ? t(`notice.in.${lang}`, { label }) : label;
}
