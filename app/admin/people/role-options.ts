import type { Option } from "@/app/_ui/desk/choice";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { ROLES, type Role } from "@/lib/staff";

/** The roles with what each of them may do, the least first. */
export function roleOptions(locale: Locale): Option[] {
  const [t, name] = [translator(locale, "people"), translator(locale, "department")];
  return ROLES.map((role) => ({ value: role, label: name(`role.${role}`), hint: t(`roleHint.${role}`) }));
}

/** The role that a form names, or null. */
export function roleIn(form: FormData, field: string): Role | null {
  return ROLES.find((role) => role === form.get(field)) ?? null;
}
