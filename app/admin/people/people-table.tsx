import { Figure, Table } from "@/app/_ui/desk/table";
import type { Person } from "@/db/people";
import type { Locale } from "@/lib/locale";
import { longDate } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import styles from "./people.module.css";

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly staff: Staff;
  readonly timeZone: string;
  readonly locale: Locale;
}

/** Everybody who may sign in, each with a page of their own. */
export function PeopleTable({ people, staff, timeZone, locale }: PeopleTableProps) {
  const [t, name] = [translator(locale, "people"), translator(locale, "department")];
  const columns = [
    { head: t("table.name") },
    { head: t("table.role") },
    { head: t("table.twoFactor") },
    { head: t("table.lastSignIn") },
    { head: t("table.sessions"), numeric: true },
  ];
  return (
    <Table caption={t("table.caption")} columns={columns}>
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            <a href={`/admin/people/${person.id}`}>{person.name}</a>
            {person.id === staff.id && t("table.you")}
            <span className={styles.email}>{person.email}</span>
          </th>
          <td>{name(`role.${person.role}`)}</td>
          <td>{t(person.twoFactor ? "table.on" : "table.off")}</td>
          <td>{person.lastSignInAt ? longDate(person.lastSignInAt, timeZone, locale) : t("table.never")}</td>
          <Figure>{person.sessions}</Figure>
        </tr>
      ))}
    </Table>
  );
}
