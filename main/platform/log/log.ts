/** What the app writes into its log. */
import type { LogFacts, LogLevel } from '../../../shared/log/line.ts';

/** `error` adds what is known of it, without its message. */
type Write = (what: string, facts?: LogFacts, error?: unknown) => void;

/** Never throws, and never waits for the disk. */
export type Log = Readonly<Record<LogLevel, Write>>;

const nothing = () => {};
export const noLog: Log = { error: nothing, warn: nothing, info: nothing, debug: nothing };
