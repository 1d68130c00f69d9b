/** Does as many things as asked for, so many at a time; `act` gets the place of each. */
export async function crowd(count: number, atOnce: number, act: (place: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
