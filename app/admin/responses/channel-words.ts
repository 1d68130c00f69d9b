import type { Locale } from "@/lib/locale";
import type { Channel } from "@/lib/survey/channel";

/** What a channel of an edition is called. */
export function channelWords(channels: readonly Channel[], code: string, locale: Locale): string {
  return channels.find((channel) => channel.code === code)?.name[locale] ?? code;
}
