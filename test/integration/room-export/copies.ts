/** Copies of a room made in a separate process, and their contents. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Copying } from './copier.ts';

const copier = join(import.meta.dirname, 'copier.ts');

export type Said = Readonly<{
  at?: string;
  read?: number;
  fault?: string;
  failed?: string;
  finished?: number;
}>;

export type Copier = Readonly<{ pid: number; kill: () => void; done: Promise<readonly Said[]> }>;

/** `hear` receives each line while it runs. */
export function startCopier(copying: Copying, hear: (said: Said) => void = () => {}): Copier {
  const child = spawn(process.execPath, [copier, JSON.stringify(copying)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const read = async () => {
    const lines: Said[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const said = JSON.parse(line) as Said;
      lines.push(said);
      hear(said);
    }
    await ended;
    return lines;
  };
  return { pid: child.pid ?? 0, kill: () => child.kill('SIGKILL'), done: read() };
}

type Json = Readonly<Record<string, unknown>>;

export function eventsIn(folder: string): readonly Json[] {
  const lines = readFileSync(join(folder, 'messages.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Json);
}
