/** A document to begin with, for a co-op that has none. Pure. */
import type { DocumentInput } from './document.ts';
import { parseSource, wellKnownPath } from './source.ts';

export type Starter = Readonly<{
  /** Where to publish it. */
  address: string;
  text: string;
}>;

/** Undefined for what is no web address: nobody publishes a file that only one member can read. */
export function starterFor(typed: string): Starter | undefined {
  const source = parseSource(typed);
  if (source?.kind !== 'web') return undefined;
  const [origin = '', host = ''] = /^https?:\/\/([^/?#]+)/i.exec(source.url) ?? [];
  const document: DocumentInput = {
    version: 1,
    name: host,
    url: origin,
    services: [
      {
        id: 'website',
        name: 'Website',
        description: 'Our public site.',
        url: origin,
        probe: { type: 'http', url: origin },
        instead: { name: 'the phone list' },
      },
    ],
  };
  return { address: origin + wellKnownPath, text: JSON.stringify(document, undefined, 2) };
}
