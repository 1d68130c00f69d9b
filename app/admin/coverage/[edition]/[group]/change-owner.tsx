import { mayActAs } from "@/app/_session/staff";
import { EditForm } from "@/app/_ui/desk/edit-form";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { isSealed } from "@/lib/survey/edition-life";
import { ownerOf } from "@/lib/survey/group-owner";
import type { StakeholderGroup } from "@/lib/survey/stakeholder-group";
import { asShown } from "../../../others-saved";
import { saveOwner } from "../../actions";

interface ChangeOwnerProps {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly group: StakeholderGroup;
  readonly locale: Locale;
}

/** Which department invites a group, for administrators to change. */
export function ChangeOwner({ staff, edition, group, locale }: ChangeOwnerProps) {
  if (!mayActAs(staff, "administrator") || isSealed(edition)) return null;
  const t = translator(locale, "coverage");
  const owner = ownerOf(edition.company, group);
  const names = [
    { name: "nameZh", label: t("owner.nameZh"), type: "text" as const, defaultValue: owner["zh-CN"] },
    { name: "nameEn", label: t("owner.nameEn"), type: "text" as const, defaultValue: owner.en },
  ];
  return (
    <Section id="owner" title={t("owner.title")} say={t("owner.say")}>
      <EditForm
        action={saveOwner}
        parts={[{ id: "names", rows: [names] }]}
        hidden={{ edition: edition.slug, group, ...asShown({ nameZh: owner["zh-CN"], nameEn: owner.en }) }}
        submit={t("owner.submit")}
        errorPrefix={translator(locale, "department")("form.prefix")}
        back={{ href: `/admin/coverage?edition=${edition.slug}`, text: t("invite.back") }}
      />
    </Section>
  );
}
