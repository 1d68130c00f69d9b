import { type Locale, findLocale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { LONGEST, type NoticeError } from "@/lib/survey/parse-notice";

/** What is wrong with a field of company and notice, in words that name it. */
export function noticeErrorText({ field, setting, problem }: NoticeError, locale: Locale): string {
  const t = translator(locale, "editions");
  const label = t(`notice.fields.${setting.name}`);
  const lang = setting.inBoth ? findLocale(field.slice(setting.name.length + 1)) : null;
  const max = setting.kind === "text" ? LONGEST.text : LONGEST.line;
  return t(`notice.problems.${problem}`, { field: lang ? t(`notice.in.${lang}`, { label }) : label, max });
}
