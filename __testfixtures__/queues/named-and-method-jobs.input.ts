import PQueue from 'p-queue';

const sweep = async (): Promise<void> => {};

export class Kitchen {
  readonly #shifts = new PQueue();
  constructor(private readonly cook: { stir(): Promise<number> }) {}

  open(): void {
    void this.#shifts.add(sweep);
    void this.#shifts.add(this.cook.stir);
    void this.#shifts.add(this.cook.stir.bind(this.cook));
    void this.#shifts.add(this.close, { priority: 1 });
  }

  async close(): Promise<void> {
    await this.#shifts.onIdle();
  }
}
