import type { FileView } from './file-view.js';
import type { View } from './tables.js';

/** How far off the screen files are made, so that scrolling meets them ready. */
const MARGIN = '1200px';

/** Makes the blocks of files as they come near to what is seen, and of all of them to be printed. */
export function renderInTime(files: readonly FileView[], view: () => View): void {
  const byElement = new Map<Element, FileView>(files.map((file) => [file.element, file]));
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) byElement.get(target)?.render(view());
    },
    { rootMargin: MARGIN },
  );
  for (const file of files) near.observe(file.element);
  addEventListener('beforeprint', () => files.forEach((file) => file.render(view())));
}

/** Tells the stylesheet how high the bars are that stay on top. */
export function measureBars(bars: HTMLElement): void {
  const measure = (): void => {
    document.documentElement.style.setProperty('--bars', `${bars.offsetHeight}px`);
  };
  new ResizeObserver(measure).observe(bars);
  measure();
}
