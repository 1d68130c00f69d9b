import { type Channel, findChannel } from "@/lib/survey/channel";

/** What a form's address says besides its edition: `?c=wechat` the channel, `?shared=1` a device of several people. */
export interface FormQuery {
  readonly channel: Channel | null;
  readonly isShared: boolean;
}

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export function readQuery({ c, shared }: SearchParams): FormQuery {
  return { channel: findChannel(c), isShared: shared === "1" };
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
