import { AccountForm } from "@/app/_ui/desk/account-form";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { setUp } from "./actions";

/** Name, e-mail and password of the first account. */
export function SetUpForm({ locale, token }: { locale: Locale; token: string }) {
  const t = translator(locale, "department");
  const [email, password] = [
    { label: t("setUp.email"), hint: t("setUp.emailHint") },
    { label: t("setUp.password"), hint: t("setUp.passwordHint") },
  ];
  return (
    <AccountForm
      action={setUp}
      hidden={{ token }}
      submit={t("setUp.submit")}
      errorPrefix={t("form.prefix")}
      fields={[
        { name: "name", label: t("setUp.name"), type: "text", autoComplete: "name" },
        { name: "email", ...email, type: "email", autoComplete: "username" },
        { name: "password", ...password, type: "password", autoComplete: "new-password" },
      ]}
    />
  );
}
