import { Door } from "@/app/_ui/desk/door";
import type { SetUpRefusal } from "@/db/staff";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** Why a set-up link does not work, and what to do now. */
export function SetUpRefused({ refusal, locale, here }: { refusal: SetUpRefusal; locale: Locale; here: string }) {
  const t = translator(locale, "department");
  return (
    <Door locale={locale} here={here} title={t(`setUpRefused.${refusal}.title`)}>
      <p>{t(`setUpRefused.${refusal}.text`)}</p>
      {refusal === "account-exists" && (
        <p>
          <a href="/admin/sign-in">{t("setUpRefused.signIn")}</a>
        </p>
      )}
    </Door>
  );
}
