import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFile, schemaText } from '../../../build/schema.ts';

test('docs/coop.schema.json is as `node build/schema.ts` writes it', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText());
});
