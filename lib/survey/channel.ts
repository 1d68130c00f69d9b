import { z } from "zod";

/** The ways a form's link is handed out, as `?c=` names them. Anything else in an address counts as no channel. */
export const CHANNELS = ["pdf", "wechat", "email", "website", "sse", "meeting", "paper", "phone"] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

/** The channel that an address names, or null. */
export function findChannel(name: unknown): Channel | null {
  return Channel.safeParse(name).data ?? null;
}
