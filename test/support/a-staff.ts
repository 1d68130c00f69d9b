import type { Staff } from "@/lib/staff";

/** A signed-in member of the department, for tests below the session gate. */
export function aStaff(traits: Partial<Pick<Staff, "id" | "name" | "email" | "role">> = {}): Staff {
  return {
    id: "0199a3c0-0000-7000-8000-000000000001",
    name: "王芳",
    email: "wang.fang@example.cn",
    role: "viewer",
    ...traits,
  } as Staff;
}
