/** The worst input that anyone could send to each rule and reader of outside data, each of the maximum size. */
import { readResponse } from '../../../main/features/echo/flat-xml.ts';
import { partsOf } from '../../../shared/announcements/text-parts.ts';
import { readers } from '../../../shared/backups/readers/index.ts';
import { readSnapshotNames } from '../../../shared/backups/readers/snapshot-names.ts';
import type { BackupKind } from '../../../shared/coop/backups.ts';
import { selectValues } from '../../../shared/coop/json-path.ts';
import type { Maintenance } from '../../../shared/coop/maintenance.ts';
import { parentsOf, withSoundParents } from '../../../shared/coop/parents.ts';
import type { KnownService } from '../../../shared/coop/service.ts';
import { problemAt } from '../../../shared/coop/problem.ts';
import { signsOfIssue } from '../../../shared/feedback/issue-signs.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { withEvent } from '../../../shared/feedback/room-signs.ts';
import { judgeAnswer } from '../../../shared/status/expect.ts';
import { nextTurn, planAt, windowStep } from '../../../shared/status/maintenance.ts';
import { answerCases } from './answer-cases.ts';
import { backupCases } from './backup-cases.ts';
import type { WorstCase } from './case.ts';
import { documentCases } from './document-cases.ts';
import { feedCases } from './feed-cases.ts';
import { linkCases } from './link-cases.ts';
import { meetingCases } from './meeting-cases.ts';
import { serviceCases } from './service-cases.ts';
import { textCases } from './text-cases.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 14, 0);
const span = { fromUtcMs: nowUtcMs - 6 * 3_600_000, toUtcMs: nowUtcMs + 48 * 3_600_000 };
/** An answer that a check reads, and a listing of backups; in characters. */
const bodyLimit = 256 * 1024;
const listingLimit = 4 * 1024 * 1024;

const nested = (depth: number) => () =>
  JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
const zeros = () => JSON.parse(`[${'0,'.repeat(bodyLimit / 2 - 1)}0]`) as unknown;
const objects = () => JSON.parse(`[${'{"a":1},'.repeat(bodyLimit / 8 - 1)}{"a":1}]`) as unknown;
const twins = () => ({ b: 'x'.repeat(99_999), c: 'x'.repeat(99_998) + 'x', a: zeros() });

/** Data are made per case, so that none is slow because another has filled the memory. */
const path =
  (text: string, dataOf: () => unknown): WorstCase =>
  () => {
    const data = dataOf();
    return () => selectValues(text, data);
  };

const service = (id: string, parent?: string): KnownService => ({
  service: {
    id,
    name: id,
    retired: false,
    intervalS: 60,
    damping: { failures: 3, successes: 2, confirmS: 10 },
    ...(parent === undefined ? {} : { parent }),
  },
});
const ids = Array.from({ length: 5000 }, (_, at) => `s${at}`);
const ring = ids.map((id, at) => service(id, ids[(at + 1) % ids.length]));
const chain = ids.map((id, at) => service(id, ids[at + 1]));
const sound =
  (services: readonly KnownService[]): WorstCase =>
  () =>
  () =>
    withSoundParents(services, (id) => id);

const often: readonly Maintenance[] = Array.from({ length: 200 }, (_, at) => ({
  title: `Work ${at}`,
  cron: '* * * * *',
  timeZone: 'America/Toronto',
  durationMin: 10_000,
}));
/** As many windows as a document can have, each of 500 services. */
const windowsWithoutEnd = () =>
  Array.from({ length: 200 }, (_, entry) => {
    const serviceIds = ids.slice(entry * 20, entry * 20 + 500);
    return Array.from({ length: 200 }, (_one, at) => ({
      title: `Work ${entry}`,
      startsUtcMs: nowUtcMs + (at - 100) * 60_000,
      endsUtcMs: nowUtcMs + (at - 99) * 60_000 + 1,
      serviceIds,
    }));
  }).flat();
const parents = parentsOf(withSoundParents(chain, (id) => id).services);

const judged =
  (body: string, at: string): WorstCase =>
  () =>
  () =>
    judgeAnswer(
      {
        url: 'https://a.example/',
        status: 200,
        headers: {},
        body,
        firstByteMs: 1,
        followedRedirects: false,
      },
      [{ on: 'json', path: at, is: 'eq', value: 1, of: 'every', otherwise: 'down' }],
      nowUtcMs,
    );

const quoted = (body: string): WorstCase => {
  const event: RoomEvent = {
    eventId: '$2',
    roomId: '!a',
    sender: '@b:x.example',
    type: 'm.room.message',
    sentUtcMs: nowUtcMs,
    content: { body, 'm.relates_to': { 'm.in_reply_to': { event_id: '$1' } } },
  };
  return () => () => withEvent([], event, { rootId: '$1', me: '@a:x', isStaff: false });
};

const listing =
  (text: string): WorstCase =>
  () =>
  () =>
    readSnapshotNames(text, source('snapshot-names'), nowUtcMs);

const source = (kind: BackupKind) =>
  ({ id: 's', name: 'S', kind, url: 'https://x.example/', auth: 'none' }) as never;

/** As many checks as have their flips requested, each with as many as its answer can hold. */
const restless: WorstCase = () => {
  const keys = Array.from({ length: 20 }, (_, at) => at.toString(16).padStart(40, '0'));
  const words = { status: 'down', grace: 3600, schedule: '0 3 * * *', tz: 'America/Toronto' };
  const checks = keys.map((key) => ({ name: key, unique_key: key, n_pings: 9, ...words }));
  const flips = Array.from({ length: 600 }, (_, at) => ({
    timestamp: new Date(nowUtcMs - at * 12_000_000).toISOString(),
    up: at % 2,
  }));
  const besides = Object.fromEntries(keys.map((key) => [key, JSON.stringify({ flips })]));
  const text = JSON.stringify({ checks });
  return () => readers.healthchecks(text, source('healthchecks'), nowUtcMs, besides);
};

/** Two hundred plans in one repository, and as many operations as are read. */
const busy: WorstCase = () => {
  const operations = Array.from({ length: 2000 }, (_, at) => ({
    repoId: 'nas',
    planId: `p${at % 200}`,
    status: 'STATUS_ERROR',
    displayMessage: 'x'.repeat(200),
    unixTimeStartMs: String(nowUtcMs - at * 60_000),
    [at % 2 ? 'operationBackup' : 'operationForget']: {},
  }));
  const text = JSON.stringify({ operations });
  return () => readers.backrest(text, source('backrest'), nowUtcMs);
};

const reported: WorstCase = () => {
  const reports = Array.from({ length: 2000 }, (_, at) => ({
    Data: { BeginTime: new Date(nowUtcMs - at * 60_000).toISOString(), ParsedResult: 'Error' },
    Extra: { OperationName: 'Backup', 'backup-name': `b${at % 200}` },
    Exception: 'x'.repeat(200),
  }));
  const text = JSON.stringify(reports);
  return () => readers.duplicati(text, source('duplicati'), nowUtcMs);
};

const xml =
  (text: string): WorstCase =>
  () =>
  () =>
    readResponse(text);

export const worstCases: Readonly<Record<string, WorstCase>> = {
  ...documentCases,
  ...answerCases,
  ...feedCases,
  ...backupCases,
  ...serviceCases,
  ...linkCases,
  ...meetingCases,
  ...textCases,
  'a path down and down again': path('$..*..*..*..*..*', nested(45)),
  'a path that counts all for each': path('$[?count($..*)>0]', zeros),
  'a path that compares all with all': path('$..[?@==$]', objects),
  'a path of the same again and again': path(`$${'[0,0,0,0]'.repeat(8)}`, nested(45)),
  'a path of slices': path(`$${'[:,:,:,:]'.repeat(8)}`, nested(45)),
  'a path of filters within filters': path('$[?@[?@[?@[?@]]]]', objects),
  'a path that compares long texts': path('$.a[?$.b==$.c]', twins),
  'a path of many names on numbers': path(`$[*]['a'${",'a'".repeat(30)}]`, zeros),
  'an answer nested as deep as it is long': judged(
    '['.repeat(bodyLimit / 2) + ']'.repeat(bodyLimit / 2),
    '$',
  ),
  'an answer nested deep below a list': judged(
    `[1,${'['.repeat(bodyLimit / 2 - 4)}${']'.repeat(bodyLimit / 2 - 4)}]`,
    '$[*]',
  ),
  'a ring of parents': sound(ring),
  'a chain of parents': sound(chain),
  'many on one ring': sound([
    service('a', 'b'),
    service('b', 'a'),
    ...ids.map((id) => service(id, 'a')),
  ]),
  'patterns of every minute': () => () => windowStep(often, span),
  'windows without end': () => {
    const windows = windowsWithoutEnd();
    return () => {
      const plan = planAt(windows, parents, nowUtcMs);
      return ids.map((id) => plan.activeFor(id) ?? plan.nextFor(id));
    };
  },
  'the next turn of windows without end': () => {
    const windows = windowsWithoutEnd();
    return () => nextTurn(windows, nowUtcMs);
  },
  'blanks in an answer of BigBlueButton': xml(`<response>${' '.repeat(64_000)}x</response>`),
  'blanks behind it': xml(`<response><a>1</a></response>${' '.repeat(64_000)}x`),
  'blanks after each element': xml(`<response>${`<a/>${' '.repeat(60)}`.repeat(1000)}`),
  'ends of CDATA': xml(`<response><a><![CDATA[${']]></a'.repeat(9000)}`),
  'a name without an end': xml(`<response><${'a'.repeat(64_000)}`),
  'brackets at the end of an address': () => () => partsOf(`http://a${')'.repeat(60_000)}`),
  'brackets within an address': () => () => partsOf(`http://a${')'.repeat(60_000)}a`),
  'many beginnings of addresses': () => () => partsOf('http://'.repeat(9000)),
  'a listing of one letter': listing('a'.repeat(listingLimit)),
  'a listing of nothing but at signs': listing('a@'.repeat(listingLimit / 2)),
  'a listing of half names': listing('auto-2026-11-24_'.repeat(listingLimit / 16)),
  'checks that go up and down all the time': restless,
  'operations of many plans in one repository': busy,
  'reports of many backups': reported,
  'comments that do not end': () => () =>
    signsOfIssue(
      { comments: [{ id: 1, by: 'a', text: '<!--'.repeat(16_000), atUtcMs: nowUtcMs }] },
      undefined,
    ),
  'a quote of empty lines': quoted(`${'> \n'.repeat(20_000)}x`),
  'a fault at a long key': () => () =>
    problemAt('$', {
      path: [{ key: `${'a'.repeat(1_000_000)}!` }],
      message: '',
      type: 'x',
    } as never),
};
