/** Which pages lead anywhere, by what the document names. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WordsContext, wordsOf } from '../../../renderer/app/words.ts';
import { Rail } from '../../../renderer/components/Rail.tsx';
import type { CoopView } from '../../../shared/snapshot.ts';

const draw = (named: Partial<CoopView>) =>
  renderToStaticMarkup(
    <WordsContext value={wordsOf('en')}>
      <Rail
        coop={{ name: 'Maple', source: 'maple.example', readAtUtcMs: 0, problems: [], ...named }}
        page="status"
        unread={undefined}
        onGo={() => undefined}
      />
    </WordsContext>,
  );

test.each<[string, Partial<CoopView>, boolean]>([
  ['nothing', {}, false],
  ['backups', { hasBackups: true }, true],
  ['only rooms whose messages go', { hasFadingRooms: true }, true],
])('a document that names %s', (_, named, hasBackups) => {
  expect(draw(named).includes('Backups')).toBe(hasBackups);
});
