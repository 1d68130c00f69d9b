/**
 * What was made last for so many addresses; the one that was not asked for longest goes first. A round has some twenty
 * addresses of its form: two languages, each with a dozen channels or none.
 */
export class PageMemory<Page> {
  readonly #pages = new Map<string, Page>();

  constructor(readonly most: number) {}

  find(address: string): Page | undefined {
    const page = this.#pages.get(address);
    if (page !== undefined) this.#putLast(address, page);
    return page;
  }

  keep(address: string, page: Page): void {
    this.#putLast(address, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > this.most && oldest !== undefined) this.#pages.delete(oldest);
  }

  forget(address: string): void {
    this.#pages.delete(address);
  }

  #putLast(address: string, page: Page): void {
    this.#pages.delete(address);
    this.#pages.set(address, page);
  }
}
