/**
 * An eventful day with secrets wherever somebody can have put one: in addresses, answers, titles, notes, errors. None of
 * them is in the log, which nevertheless says what went wrong.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answer } from '../../../main/desktop/answer.ts';
import { expand } from '../../../main/features/calendar/expand.ts';
import { createReadAddress } from '../../../main/features/calendar/request.ts';
import { createMount } from '../../../main/features/mount.ts';
import { createLogFile } from '../../../main/platform/log/log-file.ts';
import {
  createSourceLog,
  fetchWithSourceLog,
  withSourceLog,
} from '../../../main/platform/log/source-log.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Net } from '../../../main/platform/net/index.ts';
import type { CallHandlers } from '../../../shared/ipc.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';
import { down, minute, setStage } from '../scenarios/stage.ts';

/** Each planted where one of its kind can be. */
const planted = {
  token: 'syt_QW5hcg_PlAnTeD',
  pin: '90417',
  message: 'Zuccotto for Marguerite',
  title: 'Salary talk with Odile',
  service: 'Nightingale',
  note: 'Baudouin is on it',
  address: 'private-c0ffee',
  folder: 'fitzgerald',
  secret: 'hunter-gatherer-2',
};
const unreadable = (text: string) => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return error;
  }
};

const ics = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  `SUMMARY:${planted.title}`,
  `DESCRIPTION:PIN ${planted.pin}`,
  'DTSTART:20261124T150000Z',
  'RRULE:FREQ=NEVER',
  'END:VEVENT',
].join('\r\n');

function netOf(pages: Readonly<Record<string, string | Error>>): Net {
  const unused = () => Promise.reject(new Error('unused'));
  return {
    within: unused,
    connect: unused,
    request: async ({ url }) => {
      const page = pages[url] ?? new NetError(reason('refused'));
      if (typeof page !== 'string') throw page;
      return { url, status: 200, headers: {}, body: page, timings: {} };
    },
  };
}

function openLog() {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = createLogFile({ clock: fakeClock(), folder, isVerbose: true });
  const written = async () => {
    await file.flush();
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    return [...files, await file.tail(1024 * 1024)];
  };
  return { log: file.log, written };
}

type World = ReturnType<typeof openLog>;

/** The co-op's own: a status page behind a token that breaks in several ways, services, and what members note. */
async function playServices({ log }: World) {
  const feed = `https://status.example/${planted.address}`;
  const page = `${feed}/api/status-page/default`;
  const stage = await setStage({
    log,
    names: { chat: planted.service, pads: 'Pads' },
    document: { feeds: [{ id: 'page', name: planted.title, type: 'uptime-kuma', url: feed }] },
    services: { chat: { probe: undefined, feed: { feed: 'page', component: planted.message } } },
    pages: { [page]: `not JSON: ${planted.secret}` },
  });
  await stage.pass(30 * minute);
  stage.setPage(page, undefined);
  await stage.pass(90 * minute);
  stage.setPage(page, { publicGroupList: [{ name: planted.message, monitorList: [] }] });
  stage.take(down, 'pads');
  await stage.pass(10 * minute);
  await stage.policy.acknowledge('pads', planted.note, '4h');
  await stage.pass(90 * minute);
}

/** The member's: calendars, accounts, and whatever throws while they use the window. */
async function playMember({ log }: World) {
  const sources = createSourceLog(log);
  const address = `https://ana:${planted.secret}@cal.example/${planted.address}/basic.ics`;
  for (const page of [ics, `${planted.title}\r\n${planted.pin}`, new Error(planted.title)]) {
    const read = createReadAddress(withSourceLog(netOf({ [address]: page }), sources), expand);
    const scope = { fromUtcMs: 0, toUtcMs: 1, timeZone: 'UTC', addresses: [] };
    await read(address, undefined, scope as never, new AbortController().signal).catch(
      () => undefined,
    );
  }
  const fetch = fetchWithSourceLog(
    async () => new Response(planted.message, { status: 403 }),
    sources,
  );
  await fetch(`https://matrix.example/_matrix/client/v3/sync?access_token=${planted.token}`);
  const errors = [
    new Error(`${planted.message}: ${planted.token}`),
    unreadable(`${planted.title} ${planted.pin}`),
    Object.assign(new Error(`open '/home/${planted.folder}/x'`), { code: 'ENOSPC' }),
    planted.note,
  ];
  for (const error of errors) {
    const handlers = {
      'window.drawn': () => Promise.reject(error),
    } as unknown as CallHandlers;
    await answer(handlers, 'window.drawn', undefined, (call, why) =>
      log.error('call failed', { call }, why),
    );
    log.error('rejection', {}, error);
    const { api } = createMount({ clock: fakeClock(), log })<'none', number, never>({
      section: () => 0,
      load: () => Promise.reject(error),
      calls: () => ({}),
    });
    await api().catch(() => undefined);
  }
}

test('nothing of it is in the log', async () => {
  const world = openLog();
  await playServices(world);
  await playMember(world);
  const texts = await world.written();
  for (const text of texts) {
    for (const [what, secret] of Object.entries(planted))
      expect([what, text.toLowerCase().includes(secret.toLowerCase())]).toEqual([what, false]);
  }
});

test('and yet it says what has happened', async () => {
  const world = openLog();
  await playServices(world);
  await playMember(world);
  const [text = ''] = await world.written();
  expect(text).toMatch(/info state network=\w+ .*services=2 down=0 /);
  for (const line of [
    'warn source fails host=status.example fault=refused',
    'info source answers again host=status.example',
    'info state down=1',
    'warn source fails host=cal.example fault=internal',
    'warn source fails host=matrix.example fault=status-403',
    'error call failed call=window.drawn error=SyntaxError at=',
    'error rejection error=Error code=ENOSPC at=scenario.test.ts:',
    'error feature not started error=string',
  ])
    expect(text).toContain(line);
});
