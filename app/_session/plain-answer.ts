/** An answer of one sentence, for addresses that give files rather than pages. */
export function plainAnswer(sentence: string, status: number): Response {
  const fields = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(`${sentence}\n`, { status, headers: fields });
}
