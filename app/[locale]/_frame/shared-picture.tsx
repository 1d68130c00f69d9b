import type { Locale } from "@/lib/locale";
import { pictureOf } from "./document-metadata";

/** Never shown: WeChat takes the first large picture of a page for the card of a shared link. */
export function SharedPicture({ locale }: { locale: Locale }) {
  return (
    <div hidden>
      <img src={pictureOf(locale)} alt="" width="600" height="600" fetchPriority="low" />
    </div>
  );
}
