/** Messages other than feedback also go to the destination that the member was shown. */
import { expect, test } from 'vitest';
import { namedBinding } from '../../../main/features/feedback/bound.ts';
import { createPosting } from '../../../main/features/feedback/posting.ts';
import {
  ackDestination,
  ackDestinationName,
} from '../../../main/features/feedback/ack-destination.ts';
import { destinationView } from '../../../main/features/feedback/views.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import type { Entry } from '../../../shared/feedback/outbox.ts';
import { draftItem, enter } from '../../../shared/feedback/outbox.ts';
import { createTranslate } from '../../translate.ts';

const t = createTranslate('en');
const beta: DestinationPlan = {
  id: 'beta',
  via: 'matrix',
  name: 'Beta',
  room: '#beta:e.org',
  readers: 'members',
};
const servers = '#servers:e.org';
const seen = ackDestination({ room: servers, name: servers });

function stage() {
  const now = { feedback: [beta] as readonly DestinationPlan[], roomId: '!a:e.org' };
  const entries = new Map<string, Entry>();
  const posting = createPosting({
    outbox: {
      items: () =>
        [...entries].map(([id, entry]) => enter(draftItem(id, '', [], 0), entry, [], 0, () => 'x')),
      saveDraft: async () => 'taken',
      enter: async (id, entry) => {
        entries.set(id, entry);
        return 'taken';
      },
      discard: async (id) => void entries.delete(id),
    },
    newId: () => 'report',
    plans: () => ({ feedback: now.feedback, seen }),
    view: (plan) => destinationView(t, plan, 'ready'),
    bound: async (plan) => ({
      ...namedBinding(plan, () => ({ member: '@ada:e.org', server: 'https://m.e.org' })),
      roomId: now.roomId,
    }),
  });
  return { now, entries, posting };
}

test('a report goes to the room that was shown, and is bound to it', async () => {
  const { posting, entries, now } = stage();
  now.feedback = [{ ...beta, id: 'first', name: 'First' }, beta];
  const shown = destinationView(t, beta, 'sign-in');
  expect(await posting.report('Echo test', '{}', shown)).toBe('taken');
  expect(entries.get('report')).toEqual({
    destination: 'matrix:beta',
    bound: {
      via: 'matrix',
      place: '#beta:e.org',
      member: '@ada:e.org',
      server: 'https://m.e.org',
      roomId: '!a:e.org',
    },
    contents: [{ kind: 'message', content: '{}' }],
  });
});

test.each<[string, readonly DestinationPlan[]]>([
  ['another room', [{ ...beta, room: '#other:e.org' }]],
  ['a room of one’s own', [{ ...beta, room: { with: ['@sam:e.org'] } }]],
  ['another name', [{ ...beta, name: 'Staff' }]],
  ['other readers', [{ ...beta, readers: 'everybody' }]],
  ['another room in its place', [{ ...beta, id: 'other', room: '#other:e.org' }]],
  [
    'a repository by its id',
    [{ ...beta, via: 'github', repository: 'coop/site', public: true, labels: [] }],
  ],
  ['nothing', []],
])('a report goes nowhere once the document names %s', async (_what, plans) => {
  const { posting, entries, now } = stage();
  now.feedback = plans;
  const shown = destinationView(t, beta, 'ready');
  expect(await posting.report('Echo test', '{}', shown)).toBe('look-again');
  expect(entries.size).toBe(0);
});

test.each([
  ['that was sent', false],
  ['that was called off, and may have arrived', true],
])(
  'an acknowledgement %s is taken back in its room, wherever the name leads now',
  async (_what, isOff) => {
    const { posting, entries, now } = stage();
    const destination = ackDestinationName(servers);
    const bound = { via: 'matrix', place: servers, member: '@ada:e.org' };
    await posting.post('Seen', '{}', { id: 'ack', destination, bound });
    now.roomId = '!evil:e.org';
    if (isOff) await posting.unsend('ack');
    await posting.post('No longer', '{}', { id: 'back', destination, bound, takesBack: 'ack' });
    await posting.post('Seen again', '{}', { id: 'anew', destination, bound });
    const roomOf = (id: string) => entries.get(id)?.bound['roomId'];
    expect(['back', 'anew'].map(roomOf)).toEqual(['!a:e.org', '!evil:e.org']);
  },
);
