/** Writes the JSON Schemas in `docs/`, with which editors and other programs can check our file formats. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { CoopBackupsSchema } from '../shared/backups/format-schema.ts';
import { CoopDocumentSchema } from '../shared/coop/document.ts';
import { ReportSchema } from '../shared/echo/report.ts';

const docs = (name: string) => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));

/** Each file with its text, generated from the schema that the app itself uses. */
export const schemas = [
  {
    file: docs('coop.schema.json'),
    text: () => schemaText('Coop Tray: the services of a co-op, version 1', CoopDocumentSchema),
  },
  {
    file: docs('echo-report.schema.json'),
    text: () => schemaText('Coop Tray: a report of echo tests, coop.tray.echo/1', ReportSchema),
  },
  {
    file: docs('coop-backups.schema.json'),
    text: () => schemaText('Coop Tray: how backups are, coop-backups/1', CoopBackupsSchema),
  },
] as const;

function schemaText(title: string, from: GenericSchema): string {
  const schema = toJsonSchema(from, {
    typeMode: 'input',
    // JSON Schema cannot express some rules, such as trimming; the app still applies them.
    errorMode: 'ignore',
    target: 'draft-07',
  });
  const titled = { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
}

if (import.meta.main) for (const { file, text } of schemas) writeFileSync(file, text());
