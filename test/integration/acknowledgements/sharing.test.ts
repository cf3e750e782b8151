/** Two members tell each other about trouble over a Matrix server. */
import { expect, test } from 'vitest';
import { ackField } from '../../../shared/acknowledgements/message.ts';
import { eventually } from '../../desktop/wait.ts';
import { password } from '../accounts/scene.ts';
import {
  as,
  openRoom,
  isInTheRoom,
  member,
  openRoomForEachTest,
  room,
  said,
  server,
} from './two-members.ts';

openRoomForEachTest();
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
    'No longer marked as known: Pads',
    'Known: Pads. el <b>restarts</b> it',
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
    title: 'Known: Pads. Disk',
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
  await openRoom();
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
