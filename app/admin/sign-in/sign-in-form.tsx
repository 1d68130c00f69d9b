import { AccountForm } from "@/app/_ui/desk/account-form";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { signIn } from "./actions";

/** E-mail and password; `next` is where to go on to. */
export function SignInForm({ locale, next }: { locale: Locale; next: string }) {
  const t = translator(locale, "department");
  return (
    <AccountForm
      action={signIn}
      hidden={{ next }}
      submit={t("signIn.submit")}
      errorPrefix={t("form.prefix")}
      fields={[
        { name: "email", label: t("signIn.email"), type: "email", autoComplete: "username" },
        { name: "password", label: t("signIn.password"), type: "password", autoComplete: "current-password" },
      ]}
    />
  );
}
