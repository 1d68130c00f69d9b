import { z } from "zod";
import { Localized } from "../locale";
import { StakeholderGroup } from "./stakeholder-group";

/** What stands in an address after `?c=`, and in an answer's row: it outlives every renaming of its channel. */
export const ChannelCode = z.string().regex(/^[a-z0-9-]{1,32}$/);

/** The ways in which a form reaches its readers, in the order in which channels are listed. */
export const CHANNEL_KINDS = [
  "pdf",
  "wechat",
  "email",
  "website",
  "sse",
  "e-interaction",
  "meeting",
  "paper",
  "phone",
  "other",
] as const;
export const ChannelKind = z.enum(CHANNEL_KINDS);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** The longest name of a channel, in characters: it stands in a table's first column. */
export const LONGEST_CHANNEL_NAME = 40;

/**
 * A way by which an edition's form is handed out. `group` is whom it is meant for, null for everybody. A retired one is
 * offered nowhere any more, but its link still works and its answers count.
 */
export const Channel = z.strictObject({
  code: ChannelCode,
  name: Localized,
  kind: ChannelKind,
  group: StakeholderGroup.nullable(),
  retired: z.boolean(),
});
export type Channel = z.infer<typeof Channel>;

const builtIn = (code: ChannelKind, zh: string, en: string): Channel => ({
  code,
  name: { "zh-CN": zh, en },
  kind: code,
  group: null,
  retired: false,
});

/** The channels that an edition has at first; the migration to channels gave them to the editions there were. */
export const BUILT_IN_CHANNELS: readonly Channel[] = [
  builtIn("pdf", "报告PDF", "Report PDF"),
  builtIn("wechat", "微信", "WeChat"),
  builtIn("email", "电子邮件", "E-mail"),
  builtIn("website", "公司网站", "Company website"),
  builtIn("sse", "上交所网站", "Shanghai Stock Exchange website"),
  builtIn("meeting", "会议", "Meeting"),
  builtIn("paper", "纸质", "Paper"),
  builtIn("phone", "电话", "Telephone"),
];

/** The code that an address or a submission names, where it is one of these channels; null otherwise. */
export function findChannel(channels: readonly Pick<Channel, "code">[], name: unknown): string | null {
  return channels.find(({ code }) => code === name)?.code ?? null;
}

/** Channels in the order of their kinds, and of their codes within a kind. */
export function inChannelOrder<C extends Pick<Channel, "code" | "kind">>(channels: readonly C[]): C[] {
  const place = ({ kind }: C) => CHANNEL_KINDS.indexOf(kind);
  return channels.toSorted((one, other) => place(one) - place(other) || (one.code < other.code ? -1 : 1));
}

/**
 * The channel for inviting a group by a kind of message: the group's own, of that kind where it has one; else the
 * general one of that kind. Never a retired one; null where there is none, and the plain link is for everybody.
 */
export function channelForGroup(
  channels: readonly Channel[],
  group: StakeholderGroup,
  kind: ChannelKind,
): Channel | null {
  const offered = channels.filter(({ retired }) => !retired);
  const own = offered.filter((channel) => channel.group === group);
  return own.find((channel) => channel.kind === kind) ?? own[0] ?? generalChannel(channels, kind);
}

/** The channel of a kind that is for everybody and not retired, or null. */
export function generalChannel(channels: readonly Channel[], kind: ChannelKind): Channel | null {
  return channels.find((channel) => channel.kind === kind && channel.group === null && !channel.retired) ?? null;
}
