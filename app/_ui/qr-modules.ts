import { encode } from "uqr";
import { QUIET_ZONE, type QrModules } from "@/lib/export/qr-picture";

/** A text as a QR code that a quarter of it may be lost from (ECC Q), with its quiet zone. */
export function qrModules(text: string): QrModules {
  return encode(text, { ecc: "Q", border: QUIET_ZONE }).data;
}
