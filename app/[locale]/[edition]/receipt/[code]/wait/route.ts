import { renderPage } from "@/app/_handover/handover";
import { clientNetwork } from "@/app/_sender/client-network";
import { receiptLookupsResumeAt, senderOf as senderBehind } from "@/db/senders";
import { translator } from "@/lib/messages/translator";
import { addressOf } from "../../../../_frame/address";
import type { Notice } from "../../../../refused/page";
import { senderOf } from "../../../responses/sender";
import { receiptCodeIn } from "../find-receipt";

type Context = { params: Promise<{ locale: string; edition: string; code: string }> };

/**
 * Where a receipt's pages and acts lead while their network has asked for too many codes that do not exist: 429, and
 * how long to wait. The code of the address is shown, since it may be the one just received.
 */
async function wait(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug, json } = await senderOf(request, params);
  const code = receiptCodeIn((await params).code) ?? "";
  const now = new Date();
  const resumeAt = await receiptLookupsResumeAt(await senderBehind(clientNetwork(request.headers), now), now);
  const receipt = addressOf(locale, slug, "receipt", code);
  if (!resumeAt) return new Response(null, { status: 303, headers: { location: receipt } });
  const seconds = Math.ceil((resumeAt.getTime() - now.getTime()) / 1000);
  const t = translator(locale, "reader");
  // Unbroken, to be copied from a narrow page.
  const shown = code.replaceAll("-", "\u2011");
  const text = t("wait.text", { minutes: Math.ceil(seconds / 60), code: shown });
  const notice: Notice = { title: t("wait.title"), text, way: { href: receipt, text: t("receiptEntry.open") } };
  const reply = json
    ? Response.json({ message: text, errors: {} }, { status: 429 })
    : await renderPage(addressOf(locale, "refused"), notice, 429);
  reply.headers.set("retry-after", String(seconds));
  return reply;
}

export { wait as GET, wait as POST };
