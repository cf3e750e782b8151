import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemas } from '../../../build/schema.ts';

test.each(schemas)('$file is as `node build/schema.ts` writes it', ({ file, text }) => {
  expect(readFileSync(file, 'utf8')).toBe(text());
});
