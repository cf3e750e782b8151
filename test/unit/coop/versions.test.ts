/** Documents published by co-ops for earlier versions of the app: this one must read them completely. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';

const folder = new URL('../../fixtures/documents/', import.meta.url);

test.each(readdirSync(folder))(
  'a document of before is still read, and nothing of it lost: %s',
  (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const { services } = JSON.parse(text) as { services: readonly { id: string }[] };
    const parsed = parseCoopDocument(text);
    expect(parsed.ok && parsed.document.problems).toEqual([]);
    expect(parsed.ok && parsed.document.services.map(({ service }) => service.id)).toEqual(
      services.map(({ id }) => id),
    );
  },
);
