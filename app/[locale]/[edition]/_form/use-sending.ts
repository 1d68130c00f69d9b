import { useEffect, useRef, useState } from "react";

/** One sending at a time. A page that comes back out of the browser's cache is sending no more. */
export function useSending() {
  const [isSending, setSending] = useState(false);
  // State is too slow for a double click: the second press comes before it is drawn.
  const isUnderWay = useRef(false);

  const stop = () => {
    isUnderWay.current = false;
    setSending(false);
  };
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) stop();
    };
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, []);

  return {
    isSending,
    stop,
    /** Whether it may start: false while one is under way. */
    start(): boolean {
      if (isUnderWay.current) return false;
      isUnderWay.current = true;
      setSending(true);
      return true;
    },
  };
}
