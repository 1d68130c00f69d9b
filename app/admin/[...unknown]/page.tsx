import { notFound } from "next/navigation";
import { requireStaff } from "@/app/_session/staff";

/** Every other address below /admin: a visitor is sent to sign in and learns nothing of what exists. */
export default async function UnknownPage() {
  await requireStaff("/admin");
  notFound();
}
