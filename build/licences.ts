/**
 * The licences of what is packed without its own licence beside it: the typeface and the icons of the page, and what is
 * under the Mozilla Public License, which asks for it.
 */
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

const packed = ['@fontsource-variable/inter', 'ical.js', 'lucide-react'] as const;

/** Writes one text file for each package to `folder`. */
export async function copyLicences(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of packed) {
    const file = `${name.replace('@', '').replace('/', '-')}.txt`;
    await cp(join('node_modules', name, 'LICENSE'), join(folder, file));
  }
}
