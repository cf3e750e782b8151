/** Which pages lead anywhere, by what the document names. */
import { expect, test } from 'vitest';
import { Rail } from '../../../renderer/components/Rail.tsx';
import type { CoopView } from '../../../shared/coop/view.ts';
import { draw } from './draw.tsx';

const railOf = (named: Partial<CoopView>) =>
  draw(
    <Rail
      coop={{
        name: 'Maple',
        source: 'maple.example',
        readAtUtcMs: 0,
        problems: [],
        sections: [],
        ...named,
      }}
      page="status"
      unread={undefined}
      onGo={() => undefined}
    />,
  );

test.each<[string, Partial<CoopView>, boolean]>([
  ['nothing', {}, false],
  ['backups', { sections: ['backups'] }, true],
  ['only rooms whose messages go', { sections: ['fadingRooms'] }, true],
])('a document that names %s', (_, named, hasBackups) => {
  expect(railOf(named).includes('Backups')).toBe(hasBackups);
});
