/** Writes the example document of the stand-in co-op, from the table that the stand-ins themselves are made of. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { demoDocument } from '../test/servers/coop/ports.ts';

export const demoFile = fileURLToPath(new URL('../docs/examples/demo.coop.json', import.meta.url));

/** The text of the file. */
export function demoText(): string {
  return `${JSON.stringify(demoDocument('../coop.schema.json'), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(demoFile, demoText());
