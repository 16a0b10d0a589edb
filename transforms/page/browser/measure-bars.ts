/** Tells the stylesheet how high the bars are that stay on top. */
export function measureBars(bars: HTMLElement): void {
  const measure = (): void => {
    document.documentElement.style.setProperty('--bars', `${bars.offsetHeight}px`);
  };
  new ResizeObserver(measure).observe(bars);
  measure();
}
