"use client";

import { useEffect, useRef, useState } from "react";
import { guardForms, isSignedIn } from "./guard-forms";
import styles from "./session-guard.module.css";

interface SessionGuardProps {
  readonly title: string;
  readonly text: string;
  readonly signIn: string;
}

/**
 * Keeps every form of a desk page from being sent into a session that is over: the page stays as it is, with everything
 * typed, and says where to sign in. Goes away when the person comes back signed in.
 */
export function SessionGuard({ title, text, signIn }: SessionGuardProps) {
  const [isOver, setOver] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => guardForms(setOver), []);
  useEffect(() => {
    if (!isOver) return;
    box.current?.focus();
    const look = () => void isSignedIn().then((signedIn) => setOver(!signedIn));
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [isOver]);
  if (!isOver) return null;
  return (
    <div ref={box} className={styles.over} role="alert" tabIndex={-1}>
      <h2>{title}</h2>
      <p>{text}</p>
      <p>
        <a className="btn btn-s" href="/admin/sign-in" target="_blank" rel="noopener">
          {signIn}
        </a>
      </p>
    </div>
  );
}
