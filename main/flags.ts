import { parseArgs } from 'node:util';

export type Flags = Readonly<{
  /** A co-op to take up: a domain, a URL or a file. */
  coop?: string;
  /** Opens the window at start. */
  show: boolean;
}>;

/** Reads our own flags; Chromium's pass by. */
export function parseFlags(argv: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { coop: { type: 'string' }, show: { type: 'boolean' } },
  });
  return {
    show: values.show === true,
    ...(typeof values.coop === 'string' ? { coop: values.coop } : {}),
  };
}
