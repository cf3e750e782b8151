/**
 * One line of the log. What others wrote cannot get in: values are numbers, codes, versions and hosts, and of an error
 * only its class, its code and where it was thrown. Pure. See docs/decisions/0063-log-and-crash.md.
 */

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** By name; undefined is left out. A text must be a code, a version or a host, never what somebody wrote. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export type LogEntry = Readonly<{
  atUtcMs: number;
  level: LogLevel;
  /** What happened, in words of the source code. */
  what: string;
  facts: LogFacts;
  error?: unknown;
}>;

/** Max characters of a value. */
const valueLimit = 120;

/** With its line end, in ASCII. */
export function lineOf({ atUtcMs, level, what, facts, error }: LogEntry): string {
  const all = { ...facts, ...(error === undefined ? {} : errorFacts(error)) };
  const pairs = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : ` ${name}=${plain(value)}`,
  );
  return `${new Date(atUtcMs).toISOString()} ${level} ${what}${pairs.join('')}\n`;
}

/** One word, so that no value can look like another fact or another line. */
function plain(value: string | number | boolean): string {
  return String(value)
    .slice(0, valueLimit)
    .replace(/[^\w.:,;+@/[\]~-]/g, '?');
}

/** Where it was thrown, from the inside out. */
const framesLimit = 6;

/**
 * Without its message: parsers quote what they could not read, and file systems name the member's folders. The position
 * in the source says the same.
 */
export function errorFacts(error: unknown): LogFacts {
  try {
    return factsOf(error);
  } catch {
    // Whoever throws makes the error: what it is asked for may throw as well.
    return { error: 'unreadable' };
  }
}

function factsOf(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const { cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return {
    error: className(error),
    ...(isCode(code) ? { code } : {}),
    ...(cause instanceof Error ? { cause: className(cause) } : {}),
    ...(cause instanceof Error && 'code' in cause && isCode(cause.code)
      ? { causeCode: cause.code }
      : {}),
    at: framesOf(error).join(','),
  };
}

/** The name of an error can be any text. */
function className({ name }: Error): string {
  return /^\w{1,40}$/.test(name) ? name : 'Error';
}

/** As Node and our own errors have them. */
function isCode(code: unknown): code is string {
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code);
}

/** File and position, without the folder, which may name the member. */
const frame = /^ {4}at (?:.*[(/\\])?([\w.-]{1,60}:\d{1,7}:\d{1,7})\)?$/;

/** Some libraries have the stack as something else, or take it away. */
function framesOf({ stack }: Readonly<{ stack?: unknown }>): readonly string[] {
  if (typeof stack !== 'string') return [];
  const frames = stack.split('\n').flatMap((line) => frame.exec(line)?.[1] ?? []);
  return frames.slice(0, framesLimit);
}
