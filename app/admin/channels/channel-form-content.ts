import type { Edition } from "@/db/editions";
import type { RevisedChannel } from "@/db/channels";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { CHANNEL_KINDS, type Channel } from "@/lib/survey/channel";
import { STAKEHOLDER_GROUPS, STAKEHOLDER_GROUP_NAMES } from "@/lib/survey/stakeholder-group";
import type { ChannelFormContent } from "./channel-form";

/**
 * The form of a new channel, with what is known of it filled in; or of `channel` as it is, its code `fixed` once there
 * are answers by it.
 */
export function channelFormContent(
  { slug }: Pick<Edition, "slug">,
  locale: Locale,
  channel?: RevisedChannel,
  { fixed = false, known = {} }: { fixed?: boolean; known?: Readonly<Record<string, string>> } = {},
): ChannelFormContent {
  const t = translator(locale, "channels");
  const code = { name: "code", label: t("form.code"), hint: t(channel ? "form.codeChanges" : "form.codeHint") };
  const kinds = CHANNEL_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  const groups = STAKEHOLDER_GROUPS.map((group) => ({ value: group, label: STAKEHOLDER_GROUP_NAMES[group][locale] }));
  return {
    text: [
      ...(fixed ? [] : [code]),
      { name: "nameZh", label: t("form.nameZh") },
      { name: "nameEn", label: t("form.nameEn") },
    ],
    choice: [
      { name: "kind", label: t("form.kind"), choices: kinds },
      {
        name: "group",
        label: t("form.group"),
        hint: t("form.groupHint"),
        choices: [{ value: "", label: t("list.everybody") }, ...groups],
      },
    ],
    retired: channel ? { label: t("form.retired"), hint: t("form.retiredHint") } : null,
    values: channel ? fieldsOf(channel) : { kind: "other", ...known },
    hidden: {
      edition: slug,
      ...(channel ? { channel: channel.code, revision: String(channel.revision) } : {}),
      ...(channel && fixed ? { code: channel.code } : {}),
    },
    submit: t(channel ? "form.submitChange" : "form.submitAdd"),
    errorPrefix: translator(locale, "department")("form.prefix"),
  };
}

/** A channel as the form's fields hold it. */
function fieldsOf({ code, name, kind, group, retired }: Channel): Record<string, string> {
  return { code, nameZh: name["zh-CN"], nameEn: name.en, kind, group: group ?? "", retired: retired ? "yes" : "" };
}

/** A channel in one line of words, for whoever is told that somebody else has changed it. */
export function channelInWords({ code, name, kind, group, retired }: Channel, locale: Locale): string {
  const t = translator(locale, "channels");
  return t("form.state", {
    code,
    nameZh: name["zh-CN"],
    nameEn: name.en,
    kind: t(`kind.${kind}`),
    group: group ? STAKEHOLDER_GROUP_NAMES[group][locale] : t("list.everybody"),
    retired: retired ? "yes" : "no",
  });
}
