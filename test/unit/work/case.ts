/** Building blocks of the worst cases. */

/** Prepares its input, and returns one step of work, which blocks the app while it runs. */
export type WorstCase = () => () => unknown;
export type WorstCases = Readonly<Record<string, WorstCase>>;

export const nowUtcMs = Date.UTC(2026, 10, 24, 14, 0);
export const kib = 1024;
export const mib = 1024 * kib;

export function list<T>(length: number, one: (at: number) => T): readonly T[] {
  return Array.from({ length }, (_, at) => one(at));
}

/** As many JSON entries as fit, in characters. */
export function filled(room: number, one: (at: number) => string): string {
  const entries: string[] = [];
  for (let [at, left] = [0, room]; ; at += 1) {
    const entry = one(at);
    left -= entry.length + 1;
    if (left < 0) return entries.join(',');
    entries.push(entry);
  }
}
