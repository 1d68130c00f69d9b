import { qrSvg } from "@/lib/export/qr-picture";
import { qrRoute } from "../qr-route";

/** A channel's QR code as SVG, at its printed size. */
export function GET(request: Request, { params }: { params: Promise<{ edition: string; code: string }> }) {
  return qrRoute(request, params, "svg", qrSvg);
}
