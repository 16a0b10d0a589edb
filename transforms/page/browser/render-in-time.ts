/** A part of a page that is made when it is to be seen. */
export interface Part {
  readonly element: HTMLElement;
  render(): void;
}

/** How far off the screen parts are made, so that scrolling meets them ready. */
const MARGIN = '1200px';

/** Makes parts as they come near to what is seen, and all of them to be printed. */
export class Renderer {
  readonly #parts = new Map<Element, Part>();
  readonly #near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) this.#parts.get(target)?.render();
    },
    { rootMargin: MARGIN },
  );

  constructor() {
    addEventListener('beforeprint', () => {
      for (const part of this.#parts.values()) part.render();
    });
  }

  add(part: Part): void {
    this.#parts.set(part.element, part);
    this.#near.observe(part.element);
  }

  remove({ element }: Part): void {
    this.#parts.delete(element);
    this.#near.unobserve(element);
  }
}
