import { departmentLocale } from "@/app/_session/department-locale";
import { plainAnswer } from "@/app/_session/plain-answer";
import { requireStaffForRoute } from "@/app/_session/staff";
import { qrModules } from "@/app/_ui/qr-modules";
import type { QrModules } from "@/lib/export/qr-picture";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { headersOf } from "../../../exports/stream-download";
import { channelLink } from "../../channel-link";
import { findRequestedChannel } from "../../requested-channel";

const TYPES = { svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;

/** Answers a GET of a channel's QR code: the link in Chinese, or in the `language` that the address asks for. */
export async function qrRoute(
  request: Request,
  params: Promise<{ edition: string; code: string }>,
  extension: keyof typeof TYPES,
  draw: (modules: QrModules) => BodyInit,
): Promise<Response> {
  const staff = await requireStaffForRoute("analyst");
  if (!staff.ok) return staff.error;
  const locale = await departmentLocale();
  const { edition: slug, code } = await params;
  const found = await findRequestedChannel(slug, code);
  if (!found) return plainAnswer(translator(locale, "channels")("one.unknown"), 404);
  const { edition, channel } = found;
  const language = findLocale(new URL(request.url).searchParams.get("language")) ?? DEFAULT_LOCALE;
  const named = { report: edition.reportTitle[language], channel: channel.name[language] };
  const full = `${translator(language, "channels")("one.fileName", named)}.${extension}`;
  const ascii = `${slug}-qr-${code}-${language}.${extension}`;
  const headers = headersOf({ ascii, full: full.replace(NO_FILE_NAME, " "), type: TYPES[extension] });
  return new Response(draw(qrModules(channelLink(edition, channel, language))), { headers });
}

/** What Windows refuses in a file's name; a channel's name may hold any of it. */
const NO_FILE_NAME = /[\\/:*?"<>|]/g;
