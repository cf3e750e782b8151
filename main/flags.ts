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

/**
 * The words after `status`, when that is what the app is asked for; what stands before it is Chromium's. `argv` is
 * that of a packaged app: the executable comes first.
 */
export function statusWords(argv: readonly string[]): readonly string[] | undefined {
  const first = argv.findIndex((word, at) => at > 0 && !word.startsWith('-'));
  return argv[first] === 'status' ? argv.slice(first + 1) : undefined;
}
