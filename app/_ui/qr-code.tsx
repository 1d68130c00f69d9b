import { qrPath } from "@/lib/export/qr-picture";
import { qrModules } from "./qr-modules";

/** A text as a QR code, black on white whatever the theme. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string | undefined }) {
  const modules = qrModules(text);
  const size = modules.length;
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      focusable="false"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={qrPath(modules)} />
    </svg>
  );
}
