import { expect, test } from 'vitest';
import { createCopyClean } from '../../../main/desktop/redacted-copy.ts';

const details = 'body-mismatch {"got":"No entry for 198.51.100.7, ask ana@a.example"}';

test.each([
  [[], 'body-mismatch {"got":"No entry for [IP], ask [e-mail]"}'],
  [['address 198.51.100.7'], 'body-mismatch {"got":"No entry for 198.51.100.7, ask [e-mail]"}'],
])('what is copied with %j left in is “%s”, and what was found is told', async (kept, wanted) => {
  const copied: string[] = [];
  const found = await createCopyClean(async (text) => void copied.push(text))(details, kept);
  expect(copied).toEqual([wanted]);
  expect(found).toEqual([
    { kind: 'address', text: '198.51.100.7', kept: kept.length > 0 },
    { kind: 'email', text: 'ana@a.example', kept: false },
  ]);
});
