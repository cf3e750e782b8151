/** Writes `docs/coop.schema.json`, so that editors can check a co-op document while it is written. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { CoopDocumentSchema } from '../shared/coop/document.ts';

export const schemaFile = fileURLToPath(new URL('../docs/coop.schema.json', import.meta.url));

/** The text of the file, made from the schema that the app itself reads documents with. */
export function schemaText(): string {
  const schema = toJsonSchema(CoopDocumentSchema, {
    typeMode: 'input',
    // JSON Schema has no word for some of the rules, such as trimming; the app still applies them.
    errorMode: 'ignore',
    target: 'draft-07',
  });
  const titled = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Coop Tray: the services of a co-op, version 1',
    ...schema,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}

if (import.meta.main) writeFileSync(schemaFile, schemaText());
