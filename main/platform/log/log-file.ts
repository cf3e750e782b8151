/**
 * The app's log: two files of limited size. Lines are collected and written together, so that nothing waits for the
 * disk; on a full disk they are lost, and the next one that can be written says how many.
 */
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { LogLevel } from '../../../shared/log/line.ts';
import { lineOf } from '../../../shared/log/line.ts';
import { readying, redact } from '../../../shared/redact/redact.ts';
import { inSteps } from '../../../shared/steps.ts';
import type { AppendFile } from '../append-file.ts';
import { createAppendFile } from '../append-file.ts';
import type { Clock } from '../clock.ts';
import { unlessMissing } from '../files.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { inTime } from '../time-limit.ts';
import type { Log } from './log.ts';

export type LogFile = Readonly<{
  log: Log;
  /** Where the files are. Created if it does not exist; rejects if it cannot be. */
  folder: () => Promise<string>;
  /** The last whole lines, at most `limitBytes`, redacted; empty if there are none. Never rejects. */
  tail: (limitBytes: number) => Promise<string>;
  /** Writes what is collected, within `flushLimitMs`; undefined if there is nothing. */
  flush: () => Promise<void> | undefined;
}>;

export type LogFileDeps = Readonly<{
  clock: Clock;
  folder: string;
  /** Whether lines of the level `debug` are written. */
  isVerbose: boolean;
  /** Replaces the file in tests. */
  fileAt?: (path: string) => Pick<AppendFile, 'append' | 'sizeBytes'>;
}>;

/** Max size of each of the two files. */
export const logLimitBytes = 512 * 1024;
/** Max lines that wait to be written. */
const waitingLimit = 500;
/** How long lines are collected: those of errors may be the last ones. In ms. */
const delayMs: Readonly<Record<LogLevel, number>> = {
  error: 100,
  warn: 1000,
  info: 5000,
  debug: 5000,
};
/** How long shutdown may wait for the disk, in ms. */
const flushLimitMs = 1000;

export function createLogFile(deps: LogFileDeps): LogFile {
  const { clock, folder, isVerbose, fileAt = createAppendFile } = deps;
  const [path, olderPath] = [join(folder, 'coop-tray.log'), join(folder, 'coop-tray.1.log')];
  const file = fileAt(path);
  const queue = createSerialQueue();
  let waiting: string[] = [];
  let lost = 0;
  let sizeBytes: number | undefined;
  let due: Readonly<{ atMs: number; cancel: () => void }> | undefined;

  const put = async (lines: readonly string[]) => {
    const text = lossOf(lost, clock.nowUtcMs()) + lines.join('');
    sizeBytes ??= await file.sizeBytes();
    if (sizeBytes + text.length > logLimitBytes) {
      await unlessMissing(rename(path, olderPath));
      sizeBytes = 0;
    }
    await file.append(text);
    sizeBytes += text.length;
    lost = 0;
  };
  const write = () => {
    due?.cancel();
    due = undefined;
    queue.add(async () => {
      const lines = waiting;
      waiting = [];
      if (lines.length === 0) return;
      try {
        await put(lines);
      } catch {
        // A full disk, most likely. What was written of them is unknown, so its size is read again.
        lost += lines.length;
        sizeBytes = undefined;
      }
    });
  };
  const writer =
    (level: LogLevel): Log['info'] =>
    (what, facts = {}, error) => {
      if (waiting.length >= waitingLimit) {
        lost += 1;
        return;
      }
      waiting.push(lineOf({ atUtcMs: clock.nowUtcMs(), level, what, facts, error }));
      const atMs = clock.monotonicMs() + delayMs[level];
      if (due && due.atMs <= atMs) return;
      due?.cancel();
      due = { atMs, cancel: clock.after(delayMs[level], write) };
    };

  return {
    log: {
      error: writer('error'),
      warn: writer('warn'),
      info: writer('info'),
      debug: isVerbose ? writer('debug') : () => {},
    },
    folder: async () => {
      await mkdir(folder, { recursive: true });
      return folder;
    },
    tail: async (limitBytes) => {
      write();
      await queue.settled();
      const newest = await endOf(path, limitBytes);
      if (!newest.isWhole) return redacted(newest.text);
      const older = await endOf(olderPath, limitBytes - newest.text.length);
      return redacted(older.text + newest.text);
    },
    flush: () => {
      if (waiting.length > 0) write();
      if (queue.isIdle()) return undefined;
      return inTime(clock, flushLimitMs, queue.settled()).then(() => undefined);
    },
  };
}

function lossOf(count: number, atUtcMs: number): string {
  return count > 0 ? lineOf({ atUtcMs, level: 'warn', what: 'lines lost', facts: { count } }) : '';
}

/**
 * Takes out what is taken out of feedback, should the form of the lines have let it in. Only where lines leave the log:
 * its patterns take 100 ms of the processor and 8 MiB. In steps, a line each.
 */
async function redacted(text: string): Promise<string> {
  const lines = text.split(/(?<=\n)/);
  await inSteps(readying(lines[0] ?? ''), breathe);
  const clean: string[] = [];
  for (const line of lines) {
    clean.push(redact(line).text);
    await breathe();
  }
  return clean.join('');
}

type End = Readonly<{ text: string; isWhole: boolean }>;
const nothing: End = { text: '', isWhole: true };

/**
 * The last whole lines of a file; nothing if it cannot be read. Its lines are ASCII, so a byte is a character; after a
 * power cut, a file system may have left zeros in the place of some.
 */
async function endOf(path: string, limitBytes: number): Promise<End> {
  const file = await open(path, 'r').catch(() => undefined);
  try {
    if (!file) return nothing;
    const { size } = await file.stat();
    const start = Math.max(0, size - limitBytes);
    const length = size - start;
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, start);
    const text = buffer.toString('latin1', 0, bytesRead).replaceAll(/[^\n -~]+/g, '?');
    if (start === 0) return { text, isWhole: true };
    return { text: text.slice(text.indexOf('\n') + 1), isWhole: false };
  } catch {
    return nothing;
  } finally {
    await file?.close().catch(() => undefined);
  }
}
