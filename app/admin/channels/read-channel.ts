import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Result, fail, ok } from "@/lib/result";
import { type Channel, ChannelCode, ChannelKind, LONGEST_CHANNEL_NAME } from "@/lib/survey/channel";
import { StakeholderGroup } from "@/lib/survey/stakeholder-group";
import { countCharacters, isStorable } from "@/lib/survey/text";
import { textOf } from "../account-form-state";

/** What somebody typed into a channel's form, to be shown again. */
export function typedChannel(form: FormData): Record<string, string> {
  const names = ["code", "nameZh", "nameEn", "kind", "group", "retired"];
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
}

/** The channel that a form describes, or everything that is wrong with it, by field and in words. */
export function readChannel(form: FormData, locale: Locale): Result<Channel, FieldError[]> {
  const t = translator(locale, "channels");
  const errors: FieldError[] = [];
  const refuse = (field: string, message: string) => errors.push({ field, message });
  // A Chinese input method leaves ｗｘ and capitals where somebody meant wx.
  const code = textOf(form, "code").normalize("NFKC").trim().toLowerCase();
  if (!ChannelCode.safeParse(code).success) refuse("code", t("form.errors.code"));
  const nameIn = (field: "nameZh" | "nameEn") => {
    const name = textOf(form, field).replace(/\s+/g, " ").trim();
    if (name === "" || !isStorable(name)) refuse(field, t(`form.errors.${field}`));
    const max = LONGEST_CHANNEL_NAME;
    if (countCharacters(name) > max) refuse(field, t("form.errors.nameTooLong", { max }));
    return name;
  };
  const name = { "zh-CN": nameIn("nameZh"), en: nameIn("nameEn") };
  const kind = ChannelKind.safeParse(textOf(form, "kind"));
  if (!kind.success) refuse("kind", t("form.errors.choice"));
  const group = StakeholderGroup.nullable().safeParse(textOf(form, "group") || null);
  if (!group.success) refuse("group", t("form.errors.choice"));
  if (errors.length > 0 || !kind.success || !group.success) return fail(errors);
  return ok({ code, name, kind: kind.data, group: group.data, retired: textOf(form, "retired") === "yes" });
}
