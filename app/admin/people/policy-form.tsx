import { AccountForm } from "@/app/_ui/desk/account-form";
import { Narrow } from "@/app/_ui/desk/narrow";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { changePolicy } from "./actions";

/** Whether everybody has to have a second factor. */
export function PolicyForm({ required, locale }: { required: boolean; locale: Locale }) {
  const t = translator(locale, "people");
  const value = required ? "required" : "optional";
  const options = [
    { value: "optional", label: t("policy.optional") },
    { value: "required", label: t("policy.required"), hint: t("policy.requiredHint") },
  ];
  return (
    <Narrow>
      <AccountForm
        action={changePolicy}
        hidden={{ from: value }}
        submit={t("policy.submit")}
        errorPrefix={translator(locale, "department")("form.prefix")}
        fields={[{ name: "two-factor", label: t("policy.label"), type: "choice", options, value }]}
      />
    </Narrow>
  );
}
