import { acceptInvitation, invite } from "@/db/invitations";
import type { Role, Staff } from "@/lib/staff";

/** Somebody of the demo's department; the password is printed at each start. */
interface DemoPerson {
  readonly role: Role;
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const person = (role: Role, title: string, name: string, email: string): DemoPerson => ({
  role,
  title,
  name,
  email: `${email}@example.cn`,
  password: `demo-${role}-2025`,
});

/** One for each role. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person("administrator", "管理员 administrator", "王芳（演示）", "wang.fang"),
  person("analyst", "分析员 analyst", "李静（演示）", "li.jing"),
  person("viewer", "查看者 viewer", "陈明（演示）", "chen.ming"),
];

/** Makes their accounts, by invitations as the desk does, and returns them by role. */
export async function makePeople(): Promise<Readonly<Record<Role, Staff>>> {
  const made: Partial<Record<Role, Staff>> = {};
  for (const { role, name, email, password } of DEMO_PEOPLE) {
    const invited = await invite(made.administrator ?? null, { email, role });
    const id = invited.ok ? await acceptInvitation(invited.value.token, { name, password }) : null;
    if (id === null) throw new Error(`no account for ${email}`);
    made[role] = { id, name, email, role } as Staff;
  }
  return made as Record<Role, Staff>;
}
