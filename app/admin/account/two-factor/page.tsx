import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireOwner } from "@/app/_session/staff";
import { Door } from "@/app/_ui/desk/door";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import { isTwoFactorRequired } from "@/db/staff-policy";
import { translator } from "@/lib/messages/translator";
import { signOut } from "../../actions";
import { doorTitle } from "../../page-title";
import { TwoFactorOff, TwoFactorOn } from "./two-factor-parts";

export const generateMetadata = async (): Promise<Metadata> => ({ title: await doorTitle("nav.account") });

export default async function TwoFactorPage() {
  const here = "/admin/account/two-factor";
  const owner = await requireOwner(here);
  const locale = await departmentLocale();
  const t = translator(locale, "account");
  const required = await isTwoFactorRequired();
  return (
    <Door locale={locale} here={here} title={t("twoFactor.title")}>
      {owner.twoFactor ? (
        <TwoFactorOn locale={locale} required={required} />
      ) : (
        <TwoFactorOff locale={locale} required={required} />
      )}
      <FinePrint>
        {owner.lacksTwoFactor ? (
          <form action={signOut}>
            <button className="lnk">{translator(locale, "department")("nav.signOut")}</button>
          </form>
        ) : (
          <p>
            <a href="/admin/account">{t("twoFactor.back")}</a>
          </p>
        )}
      </FinePrint>
    </Door>
  );
}
