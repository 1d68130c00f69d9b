import { AccountForm } from "@/app/_ui/desk/account-form";
import { Narrow } from "@/app/_ui/desk/narrow";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { invitePerson } from "./actions";
import { roleOptions } from "./role-options";

/** E-mail and role of somebody to invite; the answer shows their link. */
export function InviteForm({ locale }: { locale: Locale }) {
  const t = translator(locale, "people");
  const email = { label: t("invite.email"), hint: t("invite.emailHint") };
  return (
    <Narrow>
      <AccountForm
        action={invitePerson}
        hidden={{}}
        submit={t("invite.submit")}
        errorPrefix={translator(locale, "department")("form.prefix")}
        fields={[
          { name: "email", ...email, type: "email", autoComplete: "off" },
          { name: "role", label: t("invite.role"), type: "choice", options: roleOptions(locale) },
        ]}
      />
    </Narrow>
  );
}
