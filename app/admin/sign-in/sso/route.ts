import { signOnName } from "@/app/_session/identity-provider";
import { pathBelowAdmin } from "@/app/_session/path-below-admin";
import { startSignOn } from "@/app/_session/single-sign-on";
import { goTo, refusedSignOn } from "./go-to";

/** Sends somebody to the company's single sign-on; for anybody, since it is the door. */
export async function GET(request: Request): Promise<Response> {
  if (signOnName() === null) return goTo("/admin/sign-in");
  const next = pathBelowAdmin(new URL(request.url).searchParams.get("next"));
  const address = await startSignOn(next);
  return address === null ? refusedSignOn("provider") : goTo(address);
}
