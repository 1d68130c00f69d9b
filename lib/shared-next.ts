/**
 * Lets calls that come while `ask` is under way share one call of it: the next, never the one that had begun before they
 * came. What they get was therefore asked for after they asked, and however many ask, one asking runs at a time. Fails as
 * `ask` fails, for all who share it.
 */
export function sharedNext<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | null = null;
  let next: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    next = null;
    const asked = ask();
    const settled = asked.then(
      () => null,
      () => null,
    );
    running = settled;
    void settled.finally(() => {
      if (running === settled) running = null;
    });
    return asked;
  };
  return () => {
    if (next) return next;
    if (!running) return begin();
    next = running.then(begin);
    return next;
  };
}
