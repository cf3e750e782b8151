/** A reply that was begun is there after a crash, and only as long as it can be sent. */
import { expect, test } from 'vitest';
import { createReplyDrafts } from '../../../main/features/feedback/reply-drafts.ts';

/** A profile file in memory. `text`: what an earlier run has left. */
function disk(text?: string) {
  let now = text;
  return {
    load: async () => now,
    save: async (next: string) => void (now = next),
    json: () => JSON.parse(now ?? 'null') as unknown,
  };
}
const started = async (store: ReturnType<typeof disk>, gone: readonly string[] = []) => {
  const drafts = createReplyDrafts({ store, takesReply: (id) => !gone.includes(id) });
  await drafts.restore();
  return drafts;
};

test('the next run finds what was typed last', async () => {
  const store = disk();
  const before = await started(store);
  before.keep('a', 'Half');
  before.keep('a', 'Half a sen');
  const after = await started(store);
  expect([after.of('a'), after.of('b')]).toEqual(['Half a sen', '']);
});

test('an emptied one is gone, and so is one whose item is', async () => {
  const store = disk();
  const drafts = await started(store, ['gone']);
  drafts.keep('gone', 'x');
  drafts.keep('a', 'y');
  drafts.keep('b', 'z');
  drafts.keep('b', '');
  expect(store.json()).toEqual({ version: 1, items: { a: 'y' } });
});

test.each([
  ['nothing', undefined, ''],
  ['no JSON', '{', ''],
  ['one damaged entry', '{"version":1,"items":{"a":"kept","b":7}}', 'kept'],
])('of a file with %s, what can be read is used', async (_what, text, expected) => {
  expect((await started(disk(text))).of('a')).toBe(expected);
});

test('what was typed before the file was read wins', async () => {
  const drafts = createReplyDrafts({
    store: disk('{"version":1,"items":{"a":"old"}}'),
    takesReply: () => true,
  });
  drafts.keep('a', 'new');
  await drafts.restore();
  expect(drafts.of('a')).toBe('new');
});

test('a full disk changes nothing for the window', async () => {
  const store = { load: async () => undefined, save: () => Promise.reject(new Error('ENOSPC')) };
  const drafts = createReplyDrafts({ store, takesReply: () => true });
  drafts.keep('a', 'still here');
  expect(drafts.of('a')).toBe('still here');
});
