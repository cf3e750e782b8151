import { expect, test } from 'vitest';
import { permalinkOf } from '../../../main/features/feedback/permalink.ts';
import { placeOf } from '../../../shared/feedback/place.ts';

test.each([
  ['!a:coop.example', 'coop.example'],
  ['!a:coop.example:8448', 'coop.example:8448'],
  ['!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM', 'home.example:8448'],
])('a link to %s is found by way of %s', (roomId, server) => {
  const link = permalinkOf(roomId, '$b', '@ana:home.example:8448');
  expect(link.endsWith(`?via=${server}`)).toBe(true);
  expect(placeOf(link)).toEqual({ via: 'matrix', roomId, eventId: '$b' });
});
