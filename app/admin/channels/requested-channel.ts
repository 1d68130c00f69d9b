import { cache } from "react";
import { type Edition, findEdition } from "@/db/editions";
import type { Channel } from "@/lib/survey/channel";

/** An edition's channel by the segments of an address, or null where there is no such edition or channel. */
export const findRequestedChannel = cache(
  async (slug: string, code: string): Promise<{ edition: Edition; channel: Channel } | null> => {
    const edition = await findEdition(slug);
    const channel = edition?.channels.find((one) => one.code === code);
    return edition && channel ? { edition, channel } : null;
  },
);
