/** Copies of a room by a process that is killed and resumed, from a faulty server, onto a full disk. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMatrix } from '../../servers/matrix/index.ts';
import type { MatrixStandIn } from '../../servers/matrix/index.ts';
import { join as enter, password, staff } from '../../matrix/people.ts';
import { eventsIn, startCopier } from './copies.ts';
import type { Said } from './copies.ts';
import { broken, hostile, huge, override, script } from './hostile.ts';

const messages = 4000;
let server: MatrixStandIn;
let accessToken: string;
let roomId: string;
let folder: string;

const message = (number: number) => ({
  event_id: `$m${number}`,
  sender: number % 3 === 0 ? '@ana:localhost' : '@bob:localhost',
  type: 'm.room.message',
  content: { msgtype: 'm.text', body: `message ${number}` },
  origin_server_ts: Date.UTC(2026, 8, 1) + number * 60_000,
});
const numbered = Array.from({ length: messages }, (_, number) => message(number));

beforeAll(async () => {
  server = await startMatrix();
  accessToken = await server.register('ada', password);
});
afterAll(() => server.close());
beforeEach(async () => {
  const sam = await staff(server, 'sam');
  roomId = await sam.createRoom();
  await enter(server, accessToken, roomId);
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-rooms-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const copy = (hear?: (said: Said) => void, place = folder) => {
  const url = server.url;
  const target = { userId: '@ada:localhost', accessToken, roomId, haste: 50 };
  return startCopier({ folder: place, url, ...target }, hear);
};
const ids = (list: readonly Readonly<Record<string, unknown>>[]) =>
  list.map((one) => String(one['event_id'])).filter((id) => /^\$m\d+$/.test(id));
const pageText = (name: string) => readFileSync(join(folder, name), 'utf8');
const names = () => readdirSync(folder).toSorted();

test(
  'killed at random moments and resumed: nothing lost, nothing twice, the oldest first',
  { timeout: 120_000 },
  async () => {
    server.plant(roomId, numbered);
    let resumed = 0;
    for (let life = 0; life < 8; life += 1) {
      const wanted = life * 500;
      let timer: NodeJS.Timeout | undefined;
      const one = copy(({ read = 0, finished }) => {
        if (finished === undefined && read >= wanted)
          timer ??= setTimeout(one.kill, Math.random() * 40);
      });
      const said = await one.done;
      clearTimeout(timer);
      if (said.at(-1)?.finished === undefined) resumed += 1;
    }
    const last = await copy().done;
    expect(last.at(-1)?.failed).toBeUndefined();
    expect(resumed).toBeGreaterThan(3);
    expect(ids(eventsIn(folder))).toEqual(ids(numbered));
    expect(eventsIn(folder)[0]).toMatchObject({ type: 'm.room.create' });
    expect(names()).toEqual([
      'index.html',
      'messages.jsonl',
      'page-0001.html',
      'page-0002.html',
      'page-0003.html',
      'page-0004.html',
      'room.json',
    ]);
    expect(JSON.parse(pageText('room.json'))).toMatchObject({
      format: 'coop-room/1',
      events: eventsIn(folder).length,
      shown: messages,
    });
    const shown = [1, 2, 3, 4].flatMap((page) =>
      [...pageText(`page-000${page}.html`).matchAll(/>message (\d+)</g)].map(
        ([, one]) => `$m${one}`,
      ),
    );
    expect(shown).toEqual(ids(numbered));
  },
);

test(
  'a server that restarts, and knows the places it named no more, costs nothing',
  { timeout: 60_000 },
  async () => {
    server.plant(roomId, numbered);
    let restarts = 0;
    const one = copy(({ at, read = 0 }) => {
      if (at !== 'reading' || read < 1000 * (restarts + 1) || restarts >= 2) return;
      restarts += 1;
      server.forgetPlaces();
      // Messages sent meanwhile are not part of the copied history.
      server.plant(roomId, [{ ...message(0), event_id: `$new${restarts}` }]);
      void server.stop().then(() => setTimeout(() => void server.start(), 200));
    });
    const said = await one.done;
    expect(said.at(-1)).toMatchObject({ finished: expect.any(Number) as number });
    expect(said.some(({ fault }) => fault === 'unreachable')).toBe(true);
    expect(restarts).toBe(2);
    expect(ids(eventsIn(folder))).toEqual(ids(numbered));
    expect(eventsIn(folder).some((event) => String(event['event_id']).startsWith('$new'))).toBe(
      false,
    );
  },
);

describe('what was written to do harm', () => {
  const read = async () => {
    server.plant(roomId, [...hostile, ...broken]);
    const said = await copy().done;
    expect(said.at(-1)?.failed).toBeUndefined();
    return pageText('page-0001.html');
  };

  test('is text on the page, and whole in the file of events', async () => {
    const page = await read();
    expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>(?!;)|javascript:/i);
    expect(page).toContain('&lt;script&gt;fetch(&quot;https://evil.example&quot;)');
    expect(page).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"));
    expect(page).not.toContain('\u202E');
    // oxlint-disable-next-line no-control-regex -- They are what is looked for.
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
    expect(page).toContain('Unknown time');
    for (const text of ['a strange type', 'with nested content', 'an id that is none', huge]) {
      expect(page).toContain(text);
    }
    const events = eventsIn(folder);
    const body = (id: string) =>
      events.find((one) => one['event_id'] === `$${id}`)?.['content'] as { body: unknown };
    expect(body('script').body).toBe(script);
    expect(body('override').body).toBe(override);
    expect(body('number').body).toBe(7);
    expect(JSON.stringify(body('proto'))).toContain('"__proto__":{"a":1}');
    expect(JSON.parse(pageText('room.json'))).toMatchObject({ unreadable: broken.length });
  });

  test('puts no words into the mouth of somebody else', async () => {
    const page = await read();
    expect(page).not.toContain('>forged<');
    expect(page).toContain('>as it was<');
    expect(page).toMatch(
      /@mallory:localhost<.*Changes an earlier message to:.*what bob never said/,
    );
  });
});

test('edits and removals are told at the message itself', async () => {
  const edit = (number: number, of: number) => ({
    ...message(number),
    sender: message(of).sender,
    content: {
      msgtype: 'm.text',
      body: `* edit ${number}`,
      'm.new_content': { msgtype: 'm.text', body: `edit ${number}` },
      'm.relates_to': { rel_type: 'm.replace', event_id: `$m${of}` },
    },
  });
  const removal = {
    ...message(9),
    type: 'm.room.redaction',
    content: { redacts: '$m2' },
  };
  server.plant(roomId, [...numbered.slice(0, 4), edit(5, 1), edit(6, 1), removal]);
  await copy().done;
  const page = pageText('page-0001.html');
  expect(page).toMatch(/>edit 6<.*Edited\. Original text:.*>message 1</);
  expect(page.match(/edit [56]/g)).toEqual(['edit 6']);
  expect(page.match(/This message was deleted/g)).toHaveLength(1);
  expect(ids(eventsIn(folder))).toHaveLength(7);
});

test(
  'pages that are too much for one answer come in smaller ones',
  { timeout: 60_000 },
  async () => {
    const big = numbered.slice(0, 300).map((one) => ({
      ...one,
      content: { msgtype: 'm.text', body: 'x'.repeat(60_000) },
    }));
    server.plant(roomId, big);
    const said = await copy().done;
    expect(said.at(-1)?.failed).toBeUndefined();
    expect(ids(eventsIn(folder))).toEqual(ids(big));
  },
);

test('a room that the member has left says so', async () => {
  const sam = await staff(server, 'sam2');
  roomId = await sam.createRoom({ preset: 'private_chat' });
  const said = await copy().done;
  expect(said.at(-1)?.failed).toBe('forbidden');
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0;
test.runIf(canMount)(
  'a disk that is full says so, and the copy goes on once there is room',
  { timeout: 60_000 },
  async () => {
    server.plant(roomId, numbered);
    const size = (limit: string) => ['-t', 'tmpfs', '-o', limit, 'coop-tray-test', folder];
    execFileSync('mount', size('size=600k'));
    try {
      const said = await copy().done;
      expect(said.at(-1)?.failed).toBe('disk-full');
      execFileSync('mount', ['-o', 'remount,size=20m', folder]);
      const again = await copy().done;
      expect(again[0]?.read).toBeGreaterThan(1000);
      expect(ids(eventsIn(folder))).toEqual(ids(numbered));
    } finally {
      execFileSync('umount', [folder]);
    }
  },
);
