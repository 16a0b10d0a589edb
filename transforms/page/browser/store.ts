/** What the browser keeps; where it does not let us, nothing is kept and all else works. */
export class Store {
  constructor(readonly prefix: string) {}

  get(name: string): string | null {
    try {
      return localStorage.getItem(`${this.prefix}/${name}`);
    } catch {
      return null;
    }
  }

  set(name: string, value: string): void {
    try {
      localStorage.setItem(`${this.prefix}/${name}`, value);
    } catch {
      // Storage is denied or full.
    }
  }
}
