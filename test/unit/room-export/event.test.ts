import { expect, test } from 'vitest';
import { leftOutKind, shownOf } from '../../../shared/room-export/event.ts';

const event = (type: string, content: object, more: object = {}) => ({
  event_id: '$1',
  sender: '@ana:a',
  type,
  content,
  origin_server_ts: 1,
  ...more,
});
const unstable = 'org.matrix.msc3381.poll.start';
const old = (question: string, ...answers: readonly unknown[]) => ({
  'org.matrix.msc1767.text': 'in short',
  [unstable]: { question: { 'org.matrix.msc1767.text': question, body: question }, answers },
});
const answer = (text: string) => ({ id: text, 'org.matrix.msc1767.text': text });
const forms = [{ body: '<i>When?</i>', mimetype: 'text/html' }, { body: 'When?' }];
const replace = { rel_type: 'm.replace', event_id: '$0' };

test.each<[string, string, object, object, object | undefined]>([
  [
    'a poll of before it was specified',
    unstable,
    old('When?', answer('Mon'), answer('Tue')),
    {},
    { kind: 'poll', text: 'When?\n– Mon\n– Tue' },
  ],
  [
    'a poll of several forms',
    'm.poll.start',
    { 'm.poll': { question: { 'm.text': forms }, answers: [{ 'm.text': forms }] } },
    {},
    { kind: 'poll', text: 'When?\n– When?' },
  ],
  [
    'a text that is no list',
    'm.poll.start',
    { 'm.poll': { question: { 'm.text': 'When?' }, answers: [] } },
    {},
    { kind: 'poll', text: 'When?' },
  ],
  [
    'an odd choice is still one',
    unstable,
    old('When?', 7, answer('Tue')),
    {},
    { kind: 'poll', text: 'When?\n– …\n– Tue' },
  ],
  [
    'a poll that cannot be read says what it says of itself',
    'm.poll.start',
    { 'm.text': [{ body: 'in short' }], 'm.poll': 7 },
    {},
    { kind: 'poll', text: 'in short' },
  ],
  ['one that says nothing', 'm.poll.start', { 'm.poll': 7 }, {}, undefined],
  [
    'a removed one',
    'm.poll.start',
    {},
    { unsigned: { redacted_because: { event_id: '$2' } } },
    { kind: 'removed' },
  ],
  [
    'a changed one',
    unstable,
    { 'm.relates_to': replace, 'm.new_content': old('Where?', answer('Here')) },
    {},
    { kind: 'edit', text: 'Where?\n– Here' },
  ],
  [
    'one that was changed since',
    unstable,
    old('When?'),
    {
      unsigned: {
        'm.relations': {
          'm.replace': { sender: '@ana:a', content: { 'm.new_content': old('Where?') } },
        },
      },
    },
    { kind: 'poll', text: 'Where?', before: 'When?' },
  ],
  [
    'one that somebody else changed',
    unstable,
    old('When?'),
    {
      unsigned: {
        'm.relations': {
          'm.replace': { sender: '@eve:a', content: { 'm.new_content': old('Where?') } },
        },
      },
    },
    { kind: 'poll', text: 'When?' },
  ],
  [
    'the end of a poll',
    'm.poll.end',
    { 'm.text': [{ body: 'Monday it is' }], 'm.poll.end': {} },
    {},
    { kind: 'other', text: 'Monday it is' },
  ],
  [
    'a message without a body, but with words',
    'm.message',
    { 'm.text': [{ body: 'hello' }] },
    {},
    { kind: 'other', text: 'hello' },
  ],
  ['a body that is a number', 'm.room.message', { msgtype: 'm.text', body: 7 }, {}, undefined],
  ['a setting of the room', 'm.room.topic', { body: 'x' }, { state_key: '' }, undefined],
])('%s', (_what, type, content, more, expected) => {
  const shown = shownOf(event(type, content, more));
  if (expected) expect(shown).toMatchObject(expected);
  else expect(shown).toBeUndefined();
});

test('more choices than a poll may have are not all shown, and that is said', () => {
  const many = Array.from({ length: 150 }, (_, at) => answer(String(at)));
  const lines = shownOf(event(unstable, old('Which?', ...many)))?.text.split('\n');
  expect(lines).toHaveLength(102);
  expect(lines?.at(-1)).toBe('…');
});

test.each([
  ['m.room.member', { state_key: '@a:a' }, 'state'],
  ['m.reaction', {}, 'reaction'],
  ['m.room.redaction', {}, 'removal'],
  ['org.matrix.msc3381.poll.response', {}, 'vote'],
  ['toString', {}, 'other'],
  ['m.room.message', {}, 'other'],
])('%s is left out as %s', (type, more, kind) => {
  expect(leftOutKind(event(type, {}, more))).toBe(kind);
});
