import { expect, test } from 'vitest';
import { blameKeys, serverErrorKeys } from '../../../shared/i18n/echo-keys.ts';
import { en } from '../../../shared/i18n/en.ts';

const keys = Object.keys(en);

test('no sentence on who is to blame is left out', () => {
  const found = keys.filter((key) => /^echo\.blame\.(network|server|you)\./.test(key));
  // Chosen by the rules themselves, not by the figure.
  const chosen = found.filter((key) => !/(\.sum|-also)$/.test(key));
  expect(new Set(blameKeys)).toEqual(new Set(chosen));
});

test('no error of the media server is left out', () => {
  const found = keys.filter((key) => /^echo\.bbb\.\d+$/.test(key));
  expect(new Set(serverErrorKeys)).toEqual(new Set(found));
});
