/** Members in one room of a Matrix server, each with the app's own parts. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
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

export let server: MatrixStandIn;
export let room: string;
let tokens: Readonly<Record<'ada' | 'sam' | 'el', string>>;
const ends: (() => void)[] = [];

/** A server and a room before each test; both are gone after it. */
export function openRoomForEachTest(): void {
  beforeEach(async () => {
    server = await startMatrix();
    const [ada, sam, el] = [
      await server.register('ada', password),
      await server.register('sam', password),
      await server.register('el', password),
    ];
    tokens = { ada, sam, el };
    await openRoom();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) end();
    await server.close();
  });
}

/** `room` is a new one from now on. */
export async function openRoom(): Promise<void> {
  const preset = JSON.stringify({ preset: 'public_chat' });
  room = String((await as('el', 'POST', 'createRoom', preset))['room_id']);
}

export async function as(who: keyof typeof tokens, method: string, path: string, body?: string) {
  const answer = await fetch(`${server.url}/_matrix/client/v3/${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens[who]}` },
    ...(body === undefined ? {} : { body }),
  });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}
type Event = Readonly<{ sender: string; content: Readonly<Record<string, unknown>> }>;
/** The oldest first. */
export async function said(): Promise<readonly Event[]> {
  const path = `rooms/${encodeURIComponent(room)}/messages?dir=b&limit=100`;
  const chunk = (await as('el', 'GET', path))['chunk'] as readonly Event[];
  return chunk.filter(({ content }) => ackField in content).toReversed();
}

export async function isInTheRoom(userId: string): Promise<boolean> {
  const path = `rooms/${encodeURIComponent(room)}/joined_members`;
  return userId in ((await as('el', 'GET', path))['joined'] as object);
}

/** The app of one member, who is signed in, and in the room unless said otherwise. */
export async function member(name: 'ada' | 'sam', { isIn = true } = {}) {
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
    logTail: async () => '',
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
