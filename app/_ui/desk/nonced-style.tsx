"use client";

/**
 * A style within the page. Where a link of the desk only exchanges the page's content, the policy is still the
 * document's, whose nonce its scripts have; the one that came with the content is another.
 */
export function NoncedStyle({ css, nonce }: { css: string; nonce: string | undefined }) {
  const ours =
    typeof document === "undefined" ? nonce : document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  return (
    <style nonce={ours} suppressHydrationWarning>
      {css}
    </style>
  );
}
