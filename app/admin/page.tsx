import { redirect } from "next/navigation";
import { requireStaff } from "@/app/_session/staff";
import { requestedEdition } from "./requested-edition";

/** The department's front door: the results of the current edition. */
export default async function AdminPage() {
  await requireStaff("/admin");
  const { edition } = await requestedEdition(undefined);
  redirect(`/admin/results?edition=${edition.slug}`);
}
