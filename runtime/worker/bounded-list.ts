/** A list of limited length, in which new items push out the oldest, and which counts those. */
export class BoundedList<Item> {
  readonly items: Item[] = [];
  droppedCount = 0;

  constructor(private readonly maxLength: number) {}

  push(item: Item): void {
    this.items.push(item);
    if (this.items.length > this.maxLength) {
      this.items.shift();
      this.droppedCount++;
    }
  }
}
