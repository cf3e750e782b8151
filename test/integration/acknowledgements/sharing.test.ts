/** Two members, each with the app's own pieces, tell each other of a trouble over a Matrix server. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBuilds } from '../../../main/features/feedback/builds.ts';
import { createDestinations } from '../../../main/features/feedback/destinations.ts';
import { createFeedback } from '../../../main/features/feedback/index.ts';
import { createOutboxStore } from '../../../main/features/feedback/outbox-store.ts';
import { createOutbox } from '../../../main/features/feedback/outbox.ts';
import {
  ackDestination,
  ackDestinationName,
} from '../../../main/features/feedback/ack-destination.ts';
import { createAcknowledgements } from '../../../main/features/acknowledgements/create.ts';
import { createNotificationPolicy } from '../../../main/core/notification-policy/index.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import { createTranslate } from '../../translate.ts';
import { ackField } from '../../../shared/acknowledgements/message.ts';
import { defaultQuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import { serviceView } from '../../fixtures/views.ts';
import { eventually } from '../../desktop/wait.ts';
import type { MatrixStandIn } from '../../servers/matrix/index.ts';
import { startMatrix } from '../../servers/matrix/index.ts';
import { createMachine, openAccounts, password } from '../accounts/scene.ts';

const t = createTranslate('en');
const pads = serviceView('pads', { name: 'Pads', verdict: 'down' });

let server: MatrixStandIn;
let room: string;
let tokens: Readonly<Record<'ada' | 'sam' | 'el', string>>;
const ends: (() => void)[] = [];

beforeEach(async () => {
  server = await startMatrix();
  const [ada, sam, el] = [
    await server.register('ada', password),
    await server.register('sam', password),
    await server.register('el', password),
  ];
  tokens = { ada, sam, el };
  const preset = JSON.stringify({ preset: 'public_chat' });
  room = String((await as('el', 'POST', 'createRoom', preset))['room_id']);
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await server.close();
});

async function as(who: keyof typeof tokens, method: string, path: string, body?: string) {
  const answer = await fetch(`${server.url}/_matrix/client/v3/${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens[who]}` },
    ...(body === undefined ? {} : { body }),
  });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}
type Event = Readonly<{ sender: string; content: Readonly<Record<string, unknown>> }>;
/** The oldest first. */
async function said(): Promise<readonly Event[]> {
  const path = `rooms/${encodeURIComponent(room)}/messages?dir=b&limit=100`;
  const chunk = (await as('el', 'GET', path))['chunk'] as readonly Event[];
  return chunk.filter(({ content }) => ackField in content).toReversed();
}

async function isInTheRoom(userId: string): Promise<boolean> {
  const path = `rooms/${encodeURIComponent(room)}/joined_members`;
  return userId in ((await as('el', 'GET', path))['joined'] as object);
}

/** The app of one member, who is signed in, and in the room unless said otherwise. */
async function member(name: 'ada' | 'sam', { isIn = true } = {}) {
  if (isIn) await as(name, 'POST', `join/${encodeURIComponent(room)}`, '{}');
  const accounts = openAccounts(createMachine());
  const placeIn = (acknowledgements: string) => ({
    homeserver: server.url,
    acknowledgements,
    rooms: [],
  });
  accounts.setPlaces({ matrix: placeIn(room) });
  expect(await accounts.commands.signInMatrix(server.url, name, password)).toBeUndefined();
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-sharing-'));
  const reachable = createDestinations({
    identity: accounts.identity,
    matrix: accounts.signedIn,
    github: () => ({ read: unused, write: unused, signedIn: false }),
    repository: () => ({ send: unused }),
  });
  const outbox = createOutbox({
    isClockProven: () => true,
    clock,
    store: createOutboxStore(folder),
    destinations: reachable.find,
    newId: randomUUID,
    random: () => 0,
  });
  const feedback = createFeedback({
    t,
    outbox,
    answersTo: () => undefined,
    readAttachment: unused,
    newId: randomUUID,
    places: { ...reachable, repositoryUrl: () => '' },
    builds: createBuilds({ clock, net: createNet({ budget: createBudget(1) }) }),
    system: 'Coop Tray',
    diagnostics: () => '',
    openAddress: () => undefined,
  });
  let listensTo: readonly string[] = [];
  const listen: (typeof accounts)['listening']['listen'] = (part, roomIds, hear) => {
    listensTo = roomIds;
    accounts.listening.listen(part, roomIds, hear);
  };
  const sharing = createAcknowledgements({
    isClockProven: () => true,
    clock,
    t,
    accounts: { ...accounts, listening: { ...accounts.listening, listen } },
    viewOf: (id) => (id === pads.id ? pads : undefined),
    outbox: {
      post: (title, content, { room: to, ...more }) =>
        feedback.post(title, content, { ...more, destination: ackDestinationName(to) }),
      unsend: feedback.unsend,
    },
    staleBefore: () => new Map(),
    changed: () => undefined,
  });
  const policy = createNotificationPolicy({
    clock,
    isClockProven: () => true,
    store: { load: async () => undefined, save: async () => undefined },
    timeZone: () => 'UTC',
    views: () => [pads],
    share: sharing.api.share,
  });
  await policy.restore();
  // What is admitted is what is asked here, not what hour it is on the machine of the test.
  void policy.commands.setQuietHours({ ...defaultQuietHours, on: false });
  ends.push(() => {
    policy.dispose();
    sharing.dispose();
    feedback.dispose();
    accounts.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  /** The document names another room for it. */
  const nameRoom = (named: string) => {
    const ackRoom = { room: named, name: named };
    const seen = ackDestination(ackRoom);
    reachable.setPlans([seen]);
    feedback.setPlan(undefined, seen);
    sharing.setSection(ackRoom);
  };
  nameRoom(room);
  if (isIn) {
    await eventually('the room', async () => listensTo.includes(room) || undefined);
  }
  const seenBy = (wanted: readonly string[]) =>
    eventually(`what ${name} hears`, async () => {
      const heard = (sharing.annotate?.(pads).seenBy ?? []).map(({ by, note }) => `${by}: ${note}`);
      return JSON.stringify(heard) === JSON.stringify(wanted) || undefined;
    });
  /** Sees it, and tells the others in the place that is shown. */
  const tell = async (note: string, kept?: readonly string[]) => {
    void policy.commands.acknowledge('pads', note, 'open');
    const shown = sharing.api.place();
    if (typeof shown === 'string') throw new Error(`nowhere to tell it: ${shown}`);
    return policy.commands.share('pads', shown, kept);
  };
  const failed = (code: string) =>
    eventually(`an item that is ${code}`, async () =>
      feedback.state().items.find(({ phase }) => phase.at === 'failed' && phase.why.code === code),
    );
  return { accounts, failed, feedback, nameRoom, policy, seenBy, sharing, tell };
}
const unused = () => Promise.reject(new Error('not asked for here'));
const fall = { serviceId: 'pads', name: 'Pads', from: 'up', to: 'down' } as const;

test('one hears what the other has seen, and that it was taken back; neither is silenced by it', async () => {
  const ada = await member('ada', { isIn: false });
  const sam = await member('sam');
  expect(ada.sharing.api.place()).toEqual({ room, userId: '@ada:localhost' });
  void ada.policy.commands.acknowledge('pads', 'only for me', '4h');
  expect(await ada.policy.commands.withdraw('pads')).toBe('here-only');
  expect(await isInTheRoom('@ada:localhost')).toBe(false);
  expect(await ada.tell('el <b>restarts</b> it')).toBe('taken');
  await sam.seenBy(['ada: el <b>restarts</b> it']);
  await ada.seenBy([]);
  // All that there is: what was only for her came before.
  expect(await said()).toMatchObject([
    { sender: '@ada:localhost', content: { [ackField]: { v: 1, service: 'pads', state: 'seen' } } },
  ]);
  expect([sam.policy.admit([fall]), sam.policy.state().acknowledgements.size]).toEqual([[fall], 0]);

  await sam.tell('I am on it');
  await ada.seenBy(['sam: I am on it']);
  expect(await ada.policy.commands.withdraw('pads')).toBe('taken');
  await sam.seenBy([]);
  expect(ada.feedback.state().items.map(({ title }) => title)).toEqual([
    'Not seen after all: Pads',
    'Seen: Pads. el <b>restarts</b> it',
  ]);
});

test('the others get a note without what gives somebody away, unless the member wants it', async () => {
  const ada = await member('ada');
  const sam = await member('sam');
  await ada.tell('ask bob@a.example, 514 555-0123, password: tortoise', ['phone 514 555-0123']);
  await sam.seenBy(['ada: ask [e-mail], 514 555-0123, password: [password]']);
  expect(JSON.stringify(await said())).not.toMatch(/bob|tortoise/);
  const mine = ada.policy.state().acknowledgements.get('pads')?.reason;
  expect(mine).toBe('ask bob@a.example, 514 555-0123, password: tortoise');
});

test('what was said while nobody could be reached waits in the list, and is found by who comes later', async () => {
  const ada = await member('ada');
  await server.stop();
  expect(await ada.tell('Disk')).toBe('taken');
  await ada.failed('offline');
  expect(ada.feedback.state().items[0]).toMatchObject({
    title: 'Seen: Pads. Disk',
    destination: { name: room },
    phase: { why: { code: 'offline' } },
  });
  await server.start();
  ada.feedback.wake();
  const sam = await member('sam');
  await sam.seenBy(['ada: Disk']);
  expect(await said()).toHaveLength(1);
});

const whatWasSaid = async () =>
  (await said()).map(({ sender, content }) => {
    const { state, note } = Object(content[ackField]) as Readonly<Record<string, unknown>>;
    return [sender, state, note];
  });

test('what one member wrote goes in nobody else’s name, and leaves when they are back', async () => {
  const it = await member('ada');
  await server.stop();
  await it.tell('Disk');
  await it.failed('offline');
  await server.start();
  await it.accounts.commands.signOutMatrix();
  expect(it.sharing.api.place()).toBe('signed-out');
  const place = { room, userId: '@ada:localhost' };
  expect(await it.policy.commands.share('pads', place)).toBe('nowhere');
  await as('sam', 'POST', `join/${encodeURIComponent(room)}`, '{}');
  expect(await it.accounts.commands.signInMatrix(server.url, 'sam', password)).toBeUndefined();
  it.feedback.wake();
  await it.failed('another-member');
  // The dialog was open since she was signed in.
  expect(await it.policy.commands.share('pads', place)).toBe('nowhere');
  expect(await it.tell('I am on it')).toBe('taken');
  await eventually('what sam says', async () => (await said())[0]);
  expect(await whatWasSaid()).toEqual([['@sam:localhost', 'seen', 'I am on it']]);
  await it.accounts.commands.signOutMatrix();
  await it.accounts.commands.signInMatrix(server.url, 'ada', password);
  it.feedback.wake();
  await eventually('what ada says', async () => (await said())[1]);
  expect(await whatWasSaid()).toEqual([
    ['@sam:localhost', 'seen', 'I am on it'],
    ['@ada:localhost', 'seen', 'Disk'],
  ]);
});

test('what waits for one room goes to no other that the document names meanwhile', async () => {
  const it = await member('ada');
  await server.stop();
  await it.tell('Disk');
  await it.failed('offline');
  await server.start();
  const shown = { room, userId: '@ada:localhost' };
  room = String((await as('el', 'POST', 'createRoom', '{"preset":"public_chat"}'))['room_id']);
  it.nameRoom(room);
  it.feedback.wake();
  await it.failed('not-found');
  expect(await it.policy.commands.share('pads', shown)).toBe('nowhere');
  expect(await isInTheRoom('@ada:localhost')).toBe(false);
  expect(await it.tell('Still the disk')).toBe('taken');
  await eventually('the later one', async () => (await said())[0]);
  expect(await whatWasSaid()).toEqual([['@ada:localhost', 'seen', 'Still the disk']]);
});

test('a note that is taken back before it left is told to nobody', async () => {
  const it = await member('ada');
  await server.stop();
  await it.tell('Never mind me');
  await it.failed('offline');
  expect(await it.policy.commands.withdraw('pads')).toBe('taken');
  // Behind one that waits, so that it is not tried at all.
  await it.tell('Nor this');
  expect(await it.policy.commands.withdraw('pads')).toBe('taken');
  await it.tell('Disk');
  await server.start();
  it.feedback.wake();
  await eventually('the last one', async () => (await said())[1]);
  expect(await whatWasSaid()).toEqual([
    // The first may have arrived without an answer.
    ['@ada:localhost', 'withdrawn', undefined],
    ['@ada:localhost', 'seen', 'Disk'],
  ]);
});
