/** An error that the user can fix; its message says how. */
export class SetupError extends Error {}
export function plainly(error: unknown): string;
export function quietly(
  command: string,
  args: readonly string[],
  options?: Readonly<Record<string, unknown>>,
): Promise<string>;
