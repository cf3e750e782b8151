/** Kills a real process at random moments while it sends, and counts what the server has in the end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { text } from 'node:stream/consumers';
import { createOutboxStore } from '../../../main/features/feedback/outbox-store.ts';
import type { Listener } from '../../servers/http.ts';
import { listen, pathOf } from '../../servers/http.ts';

const kills = 24;
const folder = mkdtempSync(join(tmpdir(), 'coop-tray-outbox-'));
const sender = join(import.meta.dirname, 'sender.ts');
let server: Listener | undefined;

afterEach(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Deduplicates by id, and loses every fifth answer after the request took effect. */
async function startServer() {
  const made = new Map<string, string>();
  let requests = 0;
  server = await listen((request, response) => {
    void text(request).then(
      (body) => {
        requests += 1;
        const id = pathOf(request);
        if (requests % 7 === 0) return response.writeHead(429).end();
        if (!made.has(id)) made.set(id, body);
        return requests % 5 === 0 ? response.destroy() : response.end(`$${id.slice(1)}`);
      },
      // Its sender was killed in the middle of the request.
      () => undefined,
    );
  });
  return { url: server.url, made, requests: () => requests };
}

/** Kills `thenMs` after `afterTaken` items were taken, so that it interrupts a slow machine too. */
type Death = Readonly<{ afterTaken: number; thenMs: number }>;

/** Ends a run that takes no more because its outbox is full. */
const longestMs = 600;

/** Resolves with what was taken: after the kill, or without one once it is idle. */
async function live(url: string, count: number, death?: Death) {
  const child = spawn(process.execPath, [sender, folder, url, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const timers: NodeJS.Timeout[] = [];
  const killIn = (ms: number) => timers.push(setTimeout(() => child.kill('SIGKILL'), ms));
  const taken: string[] = [];
  let idle = '';
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('taken ')) taken.push(line.slice('taken '.length));
    if (death && line === 'ready') killIn(longestMs);
    const due = line === 'ready' || line.startsWith('taken ');
    if (death && due && taken.length === death.afterTaken) killIn(death.thenMs);
    if (line.startsWith('idle ') && !death) {
      idle = line;
      killIn(0);
    }
  }
  timers.forEach((timer) => clearTimeout(timer));
  await ended;
  return { taken, idle };
}

test(
  `killed ${kills} times while it sends: nothing lost, nothing twice, all in order`,
  { timeout: 60_000 },
  async () => {
    const { url, made, requests } = await startServer();
    const taken: string[] = [];
    for (let life = 0; life < kills; life += 1) {
      const death = { afterTaken: life % 3, thenMs: Math.random() * 60 };
      taken.push(...(await live(url, 3, death)).taken);
    }
    const last = await live(url, 0);
    expect(last.idle).toBe('idle 0');

    const bodies = [...made.values()];
    const texts = bodies.filter((body) => body.startsWith('text of '));
    const wanted = taken.map((name) => `text of ${name}`);
    expect(wanted.length).toBeGreaterThan(kills / 4);
    expect(new Set(bodies).size).toBe(bodies.length);
    expect(texts.filter((body) => wanted.includes(body))).toEqual(wanted);
    // Each text with its complete picture.
    for (const body of texts) {
      const picture = `picture of ${body.slice('text of '.length)} `.repeat(2000);
      expect(bodies.includes(picture)).toBe(true);
    }
    const { items } = await createOutboxStore(folder).load();
    // Drafts, and the one whose last answer was not on disk yet.
    const unsent = items.filter(({ phase }) => phase.at !== 'sent');
    expect(readdirSync(join(folder, 'attachments')).length).toBe(unsent.length);
    expect(requests()).toBeGreaterThan(bodies.length);
  },
);
