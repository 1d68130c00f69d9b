import { qrPng } from "@/lib/export/qr-picture";
import { qrRoute } from "../qr-route";

/** A channel's QR code as PNG of 300 dpi. */
export function GET(request: Request, { params }: { params: Promise<{ edition: string; code: string }> }) {
  return qrRoute(request, params, "png", (modules) => new Blob([Uint8Array.from(qrPng(modules))]));
}
