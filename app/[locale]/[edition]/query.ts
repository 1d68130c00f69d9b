import { ChannelCode } from "@/lib/survey/channel";

/** What a form's address says besides its edition: `?c=wechat` the channel, `?shared=1` a device of several people. */
export interface FormQuery {
  /** What has the form of a code; whether the edition has such a channel, only the edition knows. */
  readonly channel: string | null;
  readonly isShared: boolean;
}

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export function readQuery({ c, shared }: SearchParams): FormQuery {
  return { channel: ChannelCode.safeParse(c).data ?? null, isShared: shared === "1" };
}

/** The same as it stands in an address, from its question mark on; "" where there is nothing to say. */
export function queryOf({
  channel,
  isShared,
}: {
  channel?: string | null | undefined;
  isShared?: boolean | undefined;
}) {
  const said = [channel ? `c=${encodeURIComponent(channel)}` : null, isShared ? "shared=1" : null].filter(Boolean);
  return said.length > 0 ? `?${said.join("&")}` : "";
}
