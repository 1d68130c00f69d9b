import { headers } from "next/headers";
import { REQUEST_ID_HEADER } from "./request-id";

/** The id of the request that is being answered, by which a person can tell it to an operator; null without one. */
export async function thisRequest(): Promise<string | null> {
  return (await headers()).get(REQUEST_ID_HEADER);
}
