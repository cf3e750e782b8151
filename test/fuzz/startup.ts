/**
 * The app's loading of its files, whatever they contain: no crash, no hang, and a damaged file does not affect others.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { createKnownAccounts } from '../../main/features/accounts/known-accounts.ts';
import { createAnnouncementsFile } from '../../main/features/announcements/file.ts';
import { createAnnouncements } from '../../main/features/announcements/index.ts';
import { createBackups } from '../../main/features/backups/index.ts';
import { createReadingCache } from '../../main/features/backups/reading-cache.ts';
import { createShortcut } from '../../main/desktop/shortcut.ts';
import { trayModel } from '../../main/desktop/tray-model.ts';
import { createResults } from '../../main/features/echo/results.ts';
import { createSettingsKeeper } from '../../main/features/echo/settings.ts';
import { createAnswersFile } from '../../main/features/feedback/answers-file.ts';
import { createReplyDrafts } from '../../main/features/feedback/reply-drafts.ts';
import { createOutboxStore } from '../../main/features/feedback/outbox-store.ts';
import { createOutbox } from '../../main/features/feedback/outbox.ts';
import { createCore } from '../../main/core/index.ts';
import { createAppendFile } from '../../main/platform/append-file.ts';
import { createConnectivity } from '../../main/platform/connectivity.ts';
import type { TextStore } from '../../main/platform/files.ts';
import { NetError } from '../../main/platform/net/error.ts';
import type { Net } from '../../main/platform/net/index.ts';
import { openDatabase } from '../../main/platform/sqlite.ts';
import { loadCopies } from '../../main/features/room-export/export-list.ts';
import { BackupsStateSchema } from '../../shared/backups/view.ts';
import { detailsText } from '../../shared/wording/details.ts';
import { resultsText } from '../../shared/wording/echo-text.ts';
import { NewsStateSchema } from '../../shared/announcements/state.ts';
import { createTimes } from '../../shared/i18n/times.ts';
import { createTranslate } from '../translate.ts';
import { SnapshotSchema } from '../../shared/snapshot.ts';
import { reason } from '../../shared/observation/observation.ts';
import { createHistoryHere } from '../history-here.ts';
import { fakeClock } from '../unit/clock.ts';
import type { FuzzOptions } from './feeds.ts';
import { goodProfile, startUtcMs } from './good-profile.ts';
import type { Profile } from './startup-inputs.ts';
import { profiles } from './startup-inputs.ts';
import { processorMs } from '../processor-time.ts';

/** Most time of this thread that one start may take, in ms, the best of some tries. */
const limitMs = 400;
const tries = 3;
const timeZone = 'America/Toronto';
const t = createTranslate('en');
const times = createTimes('en', timeZone);

/** What was loaded from each file. */
type Loaded = Readonly<Record<string, unknown>>;

/** Returns the number of properties that failed. */
export async function fuzzStartup({ runs, seed, log }: FuzzOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-fuzz-'));
  try {
    const whole = await start(goodProfile, folder);
    const details = await fc.check(
      fc.asyncProperty(profiles(goodProfile), (profile) => check(profile, whole, folder)),
      { numRuns: runs, seed, endOnFailure: true },
    );
    log(`startup: ${details.numRuns} profiles, ${details.failed ? 1 : 0} failures`);
    const [bad] = details.counterexample ?? [];
    if (bad) {
      log(String(details.errorInstance instanceof Error && details.errorInstance.stack));
      log(JSON.stringify(damagedIn(bad), undefined, 2));
    }
    return details.failed ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files that differ from what the app wrote. */
function damagedIn(profile: Profile): Profile {
  return Object.fromEntries(
    Object.entries(profile).filter(([name, text]) => text !== goodProfile[name]),
  );
}

async function check(profile: Profile, whole: Loaded, folder: string): Promise<void> {
  const loaded = await startInTime(profile, folder, tries);
  for (const [name, text] of Object.entries(profile)) {
    if (text === goodProfile[name] && !isDeepStrictEqual(loaded[name], whole[name])) {
      throw new Error(`${name} was good, and what it held is lost`);
    }
  }
}

async function startInTime(profile: Profile, folder: string, left: number): Promise<Loaded> {
  const begunMs = processorMs();
  const loaded = await start(profile, folder);
  if (processorMs() - begunMs <= limitMs) return loaded;
  if (left <= 1) throw new Error(`took longer than ${limitMs} ms`);
  return startInTime(profile, folder, left - 1);
}

/** The core and what features load, without a screen or a network. */
async function start(profile: Profile, folder: string): Promise<Loaded> {
  const clock = fakeClock(startUtcMs);
  const store = storeOf(profile);
  const unreached = new NetError(reason('unreachable'));
  const net: Net = {
    request: () => Promise.reject(unreached),
    within: () => Promise.reject(unreached),
    connect: () => Promise.reject(unreached),
  };
  const connectivity = createConnectivity({
    clock,
    ask: async () => ({ testimony: 'answered' }),
    askPlace: async () => undefined,
    askTime: async () => undefined,
  });
  const core = createCore({
    appVersion: '0',
    locale: 'en',
    language: 'en',
    t,
    times,
    clock,
    random: () => 0.5,
    timeZone: () => timeZone,
    net,
    pages: net,
    probe: async () => ({ verdict: 'down', reason: reason('refused'), timings: {} }),
    connectivity: { ...connectivity, isClockProven: () => true },
    files: {
      file: ({ name }) => store(`${name}.json`),
      troubles: () => [],
      onChange: () => () => undefined,
    },
  });
  const backups = createBackups({
    clock,
    connectivity,
    isQuiet: () => false,
    show: () => undefined,
    random: () => 0.5,
    timeZone: () => timeZone,
    read: () => Promise.reject(unreached),
    store: store('backups.json'),
    secrets: {
      get: async () => undefined,
      set: async () => undefined,
      delete: async () => undefined,
    },
  });
  const news = createAnnouncements({
    isClockProven: () => true,
    clock,
    file: createAnnouncementsFile(store('announcements.json')),
    reader: () => undefined,
    onNews: () => undefined,
    onChange: () => undefined,
  });
  core.attach({
    annotate: ({ id }) => {
      const reported = news.reported().get(id);
      return reported ? { reported } : {};
    },
    setDocument: ({ backups: plan, matrix }) => {
      backups.setPlan(plan, matrix?.rooms ?? []);
      news.setRoom(matrix?.announcements);
    },
  });
  const { directory, policy, state } = core;
  // As `core.restore()` does, with a check in between.
  await policy.restore();
  const settings = policy.state();
  await backups.restore();
  await directory.restore();
  await news.restore();
  await clock.pass(2000);
  const snapshot = v.parse(SnapshotSchema, state.snapshot());
  trayModel({ t, times }, snapshot, clock.nowUtcMs());
  for (const view of snapshot.services.slice(0, 5)) detailsText(t, times, view);
  v.parse(BackupsStateSchema, backups.state());
  v.parse(NewsStateSchema, news.state());
  for (const part of [core, connectivity, backups]) part.dispose();
  return {
    'coop.json': directory.current()?.document,
    'peace.json': settings,
    'backups.json': await createReadingCache(store('backups.json')).load(),
    'announcements.json': await createAnnouncementsFile(store('announcements.json')).load(),
    ...(await startOnDemand(store)),
    ...(await startFolders(profile, folder)),
  };
}

type StoreOf = (name: string) => TextStore;

function storeOf(profile: Profile): StoreOf {
  return (name) => ({ load: async () => profile[name], save: async () => undefined });
}

/** What is loaded on demand. */
async function startOnDemand(store: StoreOf): Promise<Loaded> {
  const results = createResults(store('echo-results.json'));
  await results.restore();
  for (const result of results.list()) resultsText(t, [result]);
  const settings = createSettingsKeeper(store('echo.json'));
  await settings.restore();
  const shortcut = createShortcut({
    keys: { register: () => true, unregister: () => undefined },
    name: 'feedback',
    isAnswered: true,
    store: store('shortcut.json'),
    onPress: () => undefined,
  });
  await shortcut.restore();
  const replyDrafts = createReplyDrafts({
    store: store('reply-drafts.json'),
    takesReply: () => true,
  });
  await replyDrafts.restore();
  const remove = async () => undefined;
  return {
    'echo-results.json': results.list(),
    'echo.json': settings.current(),
    'shortcut.json': shortcut.state(),
    'answers.json': await createAnswersFile(store('answers.json')).load(),
    'reply-drafts.json': replyDrafts.of('item-1'),
    'room-copies.json': await loadCopies(store('room-copies.json')),
    'accounts.json': await createKnownAccounts({ ...store('accounts.json'), remove }).load(),
  };
}

/** Folders: the outbox, and the journal of the history. */
async function startFolders(profile: Profile, folder: string): Promise<Loaded> {
  const clock = fakeClock(startUtcMs);
  // A copy per start: pending writes of one must not affect the next.
  const out = mkdtempSync(join(folder, 'outbox-'));
  const store = createOutboxStore(out);
  const items = ['item-1.json', 'item-2.json'];
  for (const name of items) writeFileSync(join(out, name), profile[name] ?? '');
  const outbox = createOutbox({
    isClockProven: () => true,
    clock,
    store,
    destinations: () => undefined,
    newId: () => 'new',
    random: () => 0.5,
  });
  await outbox.restore();
  const found = outbox.items();
  outbox.dispose();
  const journal = join(folder, 'history.journal');
  writeFileSync(journal, profile['history.journal'] ?? '');
  const history = createHistoryHere({
    clock,
    timeZone,
    openDatabase: (how) => openDatabase({ path: join(folder, 'history.db'), ...how }),
    journalFile: createAppendFile(journal),
    isClockProven: () => true,
  });
  history.setCoop('https://hypha.example', 'Hypha');
  const detail = await history.detail('chat', 'quarter');
  history.dispose();
  if (!detail) throw new Error('the history cannot be read any more');
  return Object.fromEntries(
    items.map((name, at) => [name, found.find(({ id }) => id === `item-${at + 1}`)]),
  );
}
