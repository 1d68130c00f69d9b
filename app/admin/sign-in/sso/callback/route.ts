import { signOnName } from "@/app/_session/identity-provider";
import { finishSignOn } from "@/app/_session/single-sign-on";
import { goTo, refusedSignOn } from "../go-to";

/** Where the company's single sign-on sends people back to; for anybody, since who comes is found out here. */
export async function GET(request: Request): Promise<Response> {
  if (signOnName() === null) return goTo("/admin/sign-in");
  const entered = await finishSignOn(new URL(request.url).search);
  return entered.ok ? goTo(entered.value.next) : refusedSignOn(entered.error);
}
