import { Table } from "@/app/_ui/desk/table";
import type { Invitation } from "@/db/invitations";
import type { Locale } from "@/lib/locale";
import { longDate } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import { withdraw } from "./actions";

interface InvitationTableProps {
  readonly invitations: readonly Invitation[];
  readonly timeZone: string;
  readonly locale: Locale;
}

/** Who was invited and has not come yet. */
export function InvitationTable({ invitations, timeZone, locale }: InvitationTableProps) {
  const [t, name] = [translator(locale, "people"), translator(locale, "department")];
  const heads = [t("invited.email"), t("invited.role"), t("invited.until"), t("invited.action")];
  return (
    <Table caption={t("invited.caption")} columns={heads.map((head) => ({ head }))}>
      {invitations.map(({ email, role, expiresAt }) => (
        <tr key={email}>
          <th scope="row">{email}</th>
          <td>{name(`role.${role}`)}</td>
          <td>{longDate(expiresAt, timeZone, locale)}</td>
          <td>
            <form action={withdraw}>
              <input type="hidden" name="email" value={email} />
              <button className="lnk" aria-label={t("invited.withdrawOf", { email })}>
                {t("invited.withdraw")}
              </button>
            </form>
          </td>
        </tr>
      ))}
    </Table>
  );
}
