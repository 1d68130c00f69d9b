"use client";

import { useEffect } from "react";
import { deleteDraft } from "../../_form/draft";
import { isLoadedAgain } from "../../_form/navigation";
import { findSent, recordSent } from "../../_form/sent-record";

/**
 * Does, for a form that was sent before its script had arrived, what that script would have done: there is no draft any
 * more, and the way back does not lead to a second form. Opened in any other way, the receipt leaves all that alone.
 */
export function Arrival({ edition, code }: { edition: string; code: string }) {
  useEffect(() => {
    if (!hasJustBeenSent(edition) || findSent(edition) === code) return;
    recordSent(edition, code);
    // What came too late to be kept is still in the draft.
    if (!new URLSearchParams(window.location.search).has("changed")) deleteDraft(edition);
  }, [edition, code]);
  return null;
}

/** Whether this page was reached from the edition's form, and is not shown once more. */
function hasJustBeenSent(edition: string): boolean {
  const { origin, pathname, searchParams } = new URL(document.referrer || "about:blank");
  const isForm = pathname.endsWith(`/${edition}`) || pathname.endsWith(`/${edition}/responses`);
  return isForm && !isLoadedAgain() && origin === window.location.origin && searchParams.get("shared") !== "1";
}
