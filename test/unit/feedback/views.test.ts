import { expect, test, vi } from 'vitest';
import { itemViews } from '../../../main/features/feedback/views.ts';
import { answered, draftItem, enter } from '../../../shared/feedback/outbox.ts';
import type { Answer, Item } from '../../../shared/feedback/outbox.ts';
import { createTranslate } from '../../translate.ts';

const bound = { via: 'matrix', place: 'room' };

const contents = [{ kind: 'message', content: '{}' }] as const;

function sent(answer: Answer): Item {
  const draft = draftItem('a', '{"kind":"idea","text":"More tea"}', [], 0);
  const item = enter(draft, { destination: 'github:code', bound, contents }, [], 0, () => 'x');
  return item.parts.reduce((now, part) => answered(now, part, answer, 1), item);
}
const view = (item: Item) => itemViews(createTranslate('en'), [item], [], () => undefined)[0];

test('an issue tells which of its labels GitHub has left out', () => {
  const labelsDropped = ['feedback', 'bug'];
  expect(view(sent({ id: '7', labelsDropped }))).toMatchObject({ id: 'a', labelsDropped });
});

test('what is no feedback is called by its first line', () => {
  expect(view(draftItem('r', 'Echo test: Calls\nWhen: today', [], 0))?.title).toBe(
    'Echo test: Calls',
  );
});

test.each([
  ['The menu is gone\nOnly on my phone', 'The menu is gone'],
  ['', 'No text yet'],
])('feedback is called by its first line: %j', (text, title) => {
  const draft = JSON.stringify({ kind: 'idea', about: { what: 'app', name: 'Coop Tray' }, text });
  expect(view(draftItem('f', draft, [], 0))?.title).toBe(title);
});

test('one that has all its labels says nothing of them', () => {
  expect(view(sent({ id: '7' }))).not.toHaveProperty('labelsDropped');
});

test('what has not changed is not read anew for each look at the outbox', () => {
  const item = sent({ id: '7' });
  const read = vi.spyOn(JSON, 'parse');
  const titles = Array.from({ length: 100 }, () => view(item)?.title);
  expect(new Set(titles).size).toBe(1);
  expect(read).toHaveBeenCalledTimes(1);
  read.mockRestore();
});
