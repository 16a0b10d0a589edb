export async function later(corn) {
  const { grind: begin } = await import('./mill.js');
  begin(corn);
}
