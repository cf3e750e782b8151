/** A fault that the person can mend; its message says how. */
export class SetupError extends Error {}
export function plainly(error: unknown): string;
export function quietly(
  command: string,
  args: readonly string[],
  options?: Readonly<Record<string, unknown>>,
): Promise<string>;
