import type { Env } from "@/lib/env";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { Caution } from "./caution";

interface AddressCautionProps {
  readonly settings: Pick<Env, "PUBLIC_URL" | "publicUrl">;
  readonly locale: Locale;
}

const THIS_MACHINE = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** Above links that are printed or sent, while they name an address that readers may not reach; else nothing. */
export function AddressCaution({ settings: { PUBLIC_URL, publicUrl }, locale }: AddressCautionProps) {
  if (PUBLIC_URL && !THIS_MACHINE.test(new URL(PUBLIC_URL).hostname)) return null;
  return <Caution>{translator(locale, "department")("addressCaution", { address: publicUrl })}</Caution>;
}
