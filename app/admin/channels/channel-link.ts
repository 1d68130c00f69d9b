import { addressOf } from "@/app/[locale]/_frame/address";
import { publicAddress } from "@/app/[locale]/_frame/document-metadata";
import { queryOf } from "@/app/[locale]/[edition]/query";
import type { Edition } from "@/db/editions";
import { DEFAULT_LOCALE, type Locale } from "@/lib/locale";
import type { Channel } from "@/lib/survey/channel";

/** The path of an edition's form by a channel, or by none: `/2024?c=wechat`. */
export function channelPath(
  { slug }: Pick<Edition, "slug">,
  channel: Pick<Channel, "code"> | null,
  language: Locale = DEFAULT_LOCALE,
): string {
  return addressOf(language, slug) + queryOf({ channel: channel?.code });
}

/** The same as the world sees it, to be printed and sent. */
export function channelLink(...of: Parameters<typeof channelPath>): string {
  return publicAddress(channelPath(...of));
}

/** Where the department downloads a channel's QR code. */
export function qrFile(
  { slug }: Pick<Edition, "slug">,
  { code }: Pick<Channel, "code">,
  format: "svg" | "png",
  language: Locale = DEFAULT_LOCALE,
): string {
  const query = language === DEFAULT_LOCALE ? "" : `?language=${language}`;
  return `/admin/channels/${slug}/${code}/qr.${format}${query}`;
}
