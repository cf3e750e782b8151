/** What a member sees before there is a document. */
import { expect, test } from 'vitest';
import { JoinPage } from '../../../renderer/components/join/JoinPage.tsx';
import { draw } from './draw.tsx';

test.each([
  ['en', 'Connect to your co-op', 'Try the demo'],
  ['fr', 'Ajoutez votre coop', 'Essayer la démo'],
] as const)('a member whose co-op is not known is asked for it (%s)', (locale, title, demo) => {
  const page = draw(<JoinPage awaited={undefined} />, locale);
  expect(page).toContain(title);
  expect(page).toContain(demo);
});

test.each([
  ['en', 'Your co-op’s settings can’t be read', 'error 500'],
  ['fr', 'Les paramètres de votre coop sont illisibles', 'erreur 500'],
] as const)(
  'a member whose co-op is known is told why it is not there, and not asked (%s)',
  (locale, title, why) => {
    const error = { code: 'server-error', status: 500 } as const;
    const page = draw(<JoinPage awaited={{ source: 'hypha.coop', error }} />, locale);
    expect(page).toContain(title);
    expect(page).toContain(why);
    expect(page).toContain('value="hypha.coop"');
    expect(page).not.toMatch(/Connect to your co-op|Try the demo|Essayer la démo/);
  },
);
