/** Writes the demo co-op's example document, generated from the table that defines its servers. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { demoDocument } from '../test/servers/coop/ports.ts';

export const demoFile = fileURLToPath(new URL('../docs/examples/demo.coop.json', import.meta.url));

export function demoText(): string {
  return `${JSON.stringify(demoDocument('../coop.schema.json'), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(demoFile, demoText());
