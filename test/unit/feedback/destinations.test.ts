import { describe, expect, test } from 'vitest';
import { AccountError } from '../../../main/features/accounts/matrix/error.ts';
import type { AccountFault } from '../../../main/features/accounts/matrix/error.ts';
import { deliveryErrorOf } from '../../../main/features/feedback/account-fault.ts';
import { namedBinding } from '../../../main/features/feedback/bound.ts';
import type { AccountsHere } from '../../../main/features/feedback/destinations.ts';
import { createDestinations } from '../../../main/features/feedback/destinations.ts';
import type { Matrix } from '../../../main/features/feedback/matrix-destination.ts';
import { createMatrixDestination } from '../../../main/features/feedback/matrix-destination.ts';
import {
  ackDestination,
  ackDestinationName,
} from '../../../main/features/feedback/ack-destination.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';

const plans: readonly DestinationPlan[] = [
  { id: 'beta', via: 'matrix', name: 'Beta', room: '#beta:example.org' },
  { id: 'own', via: 'matrix', name: 'For the staff', room: { with: ['@b:e.org', '@a:e.org'] } },
  { id: 'beta', via: 'github', name: 'Code', repository: 'coop/beta', public: true, labels: [] },
];
const [beta, own, code] = plans as [DestinationPlan, DestinationPlan, DestinationPlan];

const asked: unknown[] = [];
const account: Matrix = {
  enter: (room) => Promise.resolve(`!${room}`),
  find: (room) => Promise.resolve(`!${room}`),
  roomIdOf: (room) => Promise.resolve(`!${room}`),
  readersOf: () => Promise.resolve({ open: 'no', joining: 'invite' }),
  ownRoom: (one) => Promise.resolve(`!${asked.push(one)}`),
  isEncrypted: () => Promise.resolve(false),
  send: ({ roomId }) => Promise.resolve(`$in-${roomId}`),
  upload: () => Promise.resolve('mxc://a/b'),
  relations: () => Promise.resolve({ events: [], unreadable: 0 }),
  recent: () => Promise.resolve({ events: [], unreadable: 0 }),
};
const send = () => Promise.resolve({ id: '7' });

function reachable(signedIn: boolean, userId = '@me:e.org') {
  const accounts: AccountsHere = {
    identity: () => (signedIn ? { member: userId } : {}),
    matrix: () => (signedIn ? { account, userId } : undefined),
    github: () => ({ read: fail, write: fail, signedIn }),
    repository: (owner, repo) => ({ send: owner === 'coop' && repo === 'beta' ? send : fail }),
  };
  const made = createDestinations(accounts);
  made.setPlans(plans);
  return made;
}
const boundTo = (plan: DestinationPlan) => ({
  ...namedBinding(plan, () => ({})),
  ...(plan.via === 'github' ? { public: 'yes' } : {}),
});
const fail = () => Promise.reject(new Error('another repository'));
const part = { kind: 'message', content: '{"body":"hello"}' } as const;
const signal = new AbortController().signal;

describe('where feedback goes', () => {
  test('is told by kind and id', async () => {
    const { find } = reachable(true);
    await expect(find('github:beta', boundTo(code))?.send(part, 't', signal)).resolves.toEqual({
      id: '7',
    });
    await expect(find('matrix:beta', boundTo(beta))?.send(part, 't', signal)).resolves.toEqual({
      id: '$in-!#beta:example.org',
      permalink:
        'https://matrix.to/#/!%23beta%3Aexample.org/%24in-!%23beta%3Aexample.org?via=example.org',
    });
  });

  test('is a room of the member’s own, told by who reads there', async () => {
    await reachable(true).find('matrix:own', boundTo(own))?.send(part, 't', signal);
    const invite = ['@a:e.org', '@b:e.org'];
    expect(asked).toEqual([{ key: invite.join(' '), name: 'For the staff', invite }]);
  });

  test('does not say again what it finds said already', async () => {
    const content = { 'coop.tray.ack': { v: 1, id: 'one' } };
    const found = { eventId: '$there', roomId: '!r', sender: '@me:e.org', type: 'm.room.message' };
    const again = createMatrixDestination({
      matrix: {
        ...account,
        recent: () =>
          Promise.resolve({ events: [{ ...found, content, sentUtcMs: 0 }], unreadable: 0 }),
      },
      userId: '@me:e.org',
      room: () => Promise.resolve('!r'),
    });
    const said = { ...part, content: JSON.stringify(content) };
    expect((await again.send(said, 't', signal)).id).toBe('$there');
    const other = { ...part, content: '{"coop.tray.ack":{"v":1,"id":"two"}}' };
    expect((await again.send(other, 't', signal)).id).toBe('$in-!r');
  });

  test('waits for the document, and gives up what it names no more', () => {
    const { find } = reachable(true);
    expect(() => find('matrix:gone', boundTo(beta))).toThrow(
      expect.objectContaining({ temporary: false }),
    );
    const early = reachable(true);
    early.setPlans(undefined);
    expect(() => early.find('matrix:beta', boundTo(beta))).toThrow(
      expect.objectContaining({ temporary: {} }),
    );
  });

  test('is one room in one member’s name, where it was written for that', async () => {
    const room = '#servers:e.org';
    const seen = ackDestination({ room: room, name: room });
    const made = (userId: string) => {
      const one = reachable(true, userId);
      one.setPlans([seen]);
      return one;
    };
    const name = ackDestinationName(room);
    const bound = { via: 'matrix', place: room, member: '@me:e.org' };
    const sent = await made('@me:e.org').find(name, bound)?.send(part, 't', signal);
    expect(sent?.id).toBe(`$in-!${room}`);
    const held = { trouble: { code: 'another-member', params: {} }, temporary: {} };
    expect(() => made('@you:e.org').find(name, bound)).toThrow(expect.objectContaining(held));
    const gone = { trouble: { code: 'not-found', params: {} }, temporary: false };
    for (const other of [ackDestinationName('#other:e.org'), 'matrix:_seen'])
      expect(() => made('@me:e.org').find(other, bound)).toThrow(expect.objectContaining(gone));
  });

  test('is nobody else’s once another signs in while it is on its way', async () => {
    const member = { account, userId: '@me:e.org' };
    const made = createDestinations({
      identity: () => ({ member: member.userId }),
      matrix: () => member,
      github: () => ({ read: fail, write: fail, signedIn: false }),
      repository: () => ({ send: fail }),
    });
    made.setPlans(plans);
    const sending = made.find('matrix:beta', boundTo(beta))?.send(part, 't', signal);
    member.userId = '@you:e.org';
    await expect(sending).rejects.toMatchObject({ trouble: { code: 'signed-out' }, temporary: {} });
  });

  test('waits for the sign-in; GitHub has a form for those who are not', () => {
    const signedOut = reachable(false);
    expect(signedOut.find('matrix:beta', boundTo(beta))).toBeUndefined();
    expect(signedOut.find('github:beta', boundTo(code))).toBeUndefined();
    expect([beta, own, code].map(signedOut.ready)).toEqual(['sign-in', 'sign-in', 'form']);
    expect(plans.map(reachable(true).ready)).toEqual(['ready', 'ready', 'ready']);
  });
});

test.each<[AccountFault, number | undefined, string, boolean]>([
  ['signed-out', 401, 'signed-out', true],
  ['unreachable', undefined, 'offline', true],
  ['unreachable', 502, 'server-error', true],
  ['bad-answer', undefined, 'server-error', true],
  ['rate-limited', 429, 'busy', true],
  ['forbidden', 403, 'no-permission', false],
  ['not-found', 404, 'not-found', false],
  ['encrypted', undefined, 'encrypted', false],
  ['too-large', 413, 'too-large', false],
  ['refused', 400, 'refused', false],
])('the account’s %s (%s) is %s', (fault, status, code, temporary) => {
  const error = deliveryErrorOf(new AccountError(fault, 1500, status));
  const params = code === 'refused' ? { status: 400 } : {};
  const retry = code === 'busy' ? { retryAfterMs: 1500 } : {};
  expect(error).toMatchObject({ trouble: { code, params }, temporary: temporary && retry });
});

test('what is no fault of the account stays what it is', () => {
  const error = new TypeError('a slip');
  expect(deliveryErrorOf(error)).toBe(error);
});
