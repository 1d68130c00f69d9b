import { AccountForm } from "@/app/_ui/desk/account-form";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { endOwnTwoFactor, renewCodes, setUpTwoFactor } from "./actions";
import { TwoFactorForm } from "./two-factor-form";

interface PartProps {
  readonly locale: Locale;
  readonly required: boolean;
}

/** Without a second factor: what it is, and the form that sets it up. */
export function TwoFactorOff({ locale, required }: PartProps) {
  const t = translator(locale, "account");
  return (
    <>
      {required && <p>{t("twoFactor.required")}</p>}
      <p>{t("twoFactor.say")}</p>
      <TwoFactorForm action={setUpTwoFactor} words={wordsOf(locale, t("twoFactor.start"))} confirms />
    </>
  );
}

/** With one: new recovery codes, and switching it off where it is not required. */
export function TwoFactorOn({ locale, required }: PartProps) {
  const t = translator(locale, "account");
  const password = { label: t("password.current"), type: "password", autoComplete: "current-password" } as const;
  return (
    <>
      <p>{t("twoFactor.on")}</p>
      <h2>{t("twoFactor.renewTitle")}</h2>
      <p>{t("twoFactor.renewSay")}</p>
      <TwoFactorForm action={renewCodes} words={wordsOf(locale, t("twoFactor.renew"))} confirms={false} />
      {required ? (
        <p>{t("twoFactor.cannotEnd")}</p>
      ) : (
        <>
          <h2>{t("twoFactor.endTitle")}</h2>
          <AccountForm
            action={endOwnTwoFactor}
            hidden={{}}
            submit={t("twoFactor.end")}
            errorPrefix={translator(locale, "department")("form.prefix")}
            fields={[{ name: "off-password", ...password }]}
          />
        </>
      )}
    </>
  );
}

function wordsOf(locale: Locale, start: string) {
  const t = translator(locale, "account");
  return {
    start,
    password: t("password.current"),
    scan: t("twoFactor.scan"),
    picture: t("twoFactor.picture"),
    open: t("twoFactor.open"),
    secret: t("twoFactor.secret"),
    codes: t("twoFactor.codes"),
    code: t("twoFactor.code"),
    confirm: t("twoFactor.confirm"),
    prefix: translator(locale, "department")("form.prefix"),
  };
}
