/** Who is asked how they want to be told, and how often. */
import { expect, test } from 'vitest';
import { createWelcome, welcomeForm } from '../../main/core/welcome.ts';
import { memoryFiles } from '../memory-files.ts';

const [maple, pine] = ['https://maple.example/coop.json', 'https://pine.example/coop.json'];

async function begin(files = memoryFiles()) {
  const welcome = createWelcome(files.file(welcomeForm));
  await welcome.restore();
  return welcome;
}

test('a member who joins is asked, until they answer, and never again about that co-op', async () => {
  const files = memoryFiles();
  const first = await begin(files);
  expect(first.isOpen(maple)).toBe(false);
  first.joined(maple);
  expect([first.isOpen(maple), first.isOpen(pine)]).toEqual([true, false]);
  // The app was quit without an answer.
  const second = await begin(files);
  expect(second.isOpen(maple)).toBe(true);
  second.close();
  expect(second.isOpen(maple)).toBe(false);
  const third = await begin(files);
  third.joined(maple);
  expect(third.isOpen(maple)).toBe(false);
  third.joined(pine);
  expect(third.isOpen(pine)).toBe(true);
});

test('a member of an older version is not asked: they have joined nothing here', async () => {
  const welcome = await begin();
  expect(welcome.isOpen(maple)).toBe(false);
  welcome.close();
  expect(welcome.isOpen(maple)).toBe(false);
});

test('a file that cannot be read asks nobody', async () => {
  const welcome = await begin(memoryFiles({ welcome: '{"version":1,"asked":7}' }));
  expect(welcome.isOpen(maple)).toBe(false);
});
