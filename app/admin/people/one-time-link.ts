import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** The state of a form that made a link: it is shown this once, in the answer to the form, and kept nowhere. */
export function linkMade(
  locale: Locale,
  page: "invitation" | "new-password",
  token: string,
  label: string,
): AccountFormState {
  const t = translator(locale, "people");
  const address = `${env().publicUrl}/admin/${page}?token=${token}`;
  const link = { label, address, copy: t("copy"), copied: t("copied") };
  return { typed: {}, errors: [], heading: "", documentTitle: "", link };
}
