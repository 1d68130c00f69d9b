import { requireStaffForRoute } from "@/app/_session/staff";
import { textOf } from "@/app/admin/account-form-state";
import { readSentForm, seeOther } from "@/app/admin/sent-form";
import { findEdition } from "@/db/editions";
import { changeLogo } from "@/db/logos";
import { LARGEST_LOGO, readLogo } from "@/lib/survey/logo";
import { type LogoRefusal, logoAddress } from "../logo-address";

/** Takes or removes the logo of an edition's company: 303 to the edition, or back to the form with what is wrong. */
export async function POST(request: Request, { params }: { params: Promise<{ edition: string }> }) {
  const staff = await requireStaffForRoute("administrator");
  if (!staff.ok) return staff.error;
  const edition = await findEdition((await params).edition);
  if (!edition) return new Response(null, { status: 404 });
  const refuse = (reason: LogoRefusal) => seeOther(logoAddress(edition.slug, reason));
  const form = await readSentForm(request, LARGEST_LOGO);
  if (!form) return refuse("too-large");
  const file = form.get("file");
  const picture = new Uint8Array(file instanceof File ? await file.arrayBuffer() : []);
  const read = readLogo(picture);
  const isRemoval = textOf(form, "remove") !== "";
  if (!isRemoval && !read.ok) return refuse(read.error);
  const added = read.ok && !isRemoval ? { ...read.value, picture } : null;
  const done = await changeLogo(staff.value, edition, Number(textOf(form, "revision")), added);
  return done.ok ? seeOther(`/admin/editions/${edition.slug}?said=saved`) : refuse(done.error);
}
