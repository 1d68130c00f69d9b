import { useEffect, useRef, useState } from "react";
import { isLoadedAgain } from "./navigation";
import { codeIn, findSent, forgetSent, recordSent } from "./sent-record";
import type { Visit } from "./visit";

/** That a form was sent; its receipt code is null where a shared device should not show it. */
export interface Sent {
  readonly code: string | null;
}

/** Whether this form, or another one in this tab, was sent: known again when the reader comes back to the page. */
export function useSent(visit: Visit | undefined) {
  const [sent, setSent] = useState<Sent | null>(null);
  const sentHere = useRef<Sent | null>(null);
  /** Whether this page may hold what was sent, or its key. */
  const isSpent = useRef(false);

  useEffect(() => {
    if (!visit) return;
    isSpent.current = visit.isReturned || isLoadedAgain();
    const recall = () => {
      const code = visit.isShared ? null : findSent(visit.edition);
      setSent(sentHere.current ?? (code ? { code } : null));
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      isSpent.current = true;
      recall();
    };
    recall();
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [visit]);

  return {
    sent,
    /** Remembers without showing it: the receipt is on its way. */
    record(receipt: string) {
      if (!visit) return;
      isSpent.current = true;
      sentHere.current = { code: visit.isShared ? null : codeIn(receipt) };
      if (!visit.isShared) recordSent(visit.edition, codeIn(receipt));
      // The way back leads to the form's own address: to one that was posted to, browsers only go after asking.
      window.history.replaceState(window.history.state, "", visit.address);
    },
    /** Another form: this page's own, with what was already typed. False where it takes a new page. */
    startAnew(): boolean {
      if (visit) forgetSent(visit.edition);
      if (!isSpent.current) setSent(null);
      return !isSpent.current;
    },
  };
}
