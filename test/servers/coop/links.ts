/** The stand-in co-op's list of links, as its shortener reads it: with aliases, an argument, and lines that are wrong. */
import type { DocumentInput } from '../../../shared/coop/document.ts';
import type { Reply } from '../http.ts';

export const linksPath = '/shortlinks.csv';
const base = 'https://link.maple.example/';

const groups: Readonly<Record<string, readonly string[]>> = {
  wg: ['finance', 'infrastructure', 'governance', 'operations', 'outreach', 'care', 'template'],
  notes: ['all-hands', 'finance', 'infrastructure', 'governance', 'archive', 'template'],
  handbook: ['start', 'leave', 'expenses', 'hiring', 'privacy', 'conflicts', 'devices'],
  board: ['tasks', 'roadmap', 'grants', 'hiring'],
  form: ['expenses', 'leave', 'incident', 'feedback'],
  call: ['all-hands', 'finance', 'infrastructure', 'guests'],
  drive: ['finance', 'design', 'photos', 'contracts'],
};
const single = ['calls', 'calendar', 'pads', 'forge', 'chat', 'forum', 'votes', 'passwords'];
const more = ['photos', 'map', 'bylaws', 'budget', 'newsletter', 'retreat', 'élections'];

/** Some sixty lines. */
export function linksText(): string {
  const lines = [
    ...Object.entries(groups).flatMap(([prefix, names]) =>
      names.map((name) => `${prefix}-${name},https://${prefix}.maple.example/${name}`),
    ),
    ...[...single, ...more].map((name) => `${name},https://go.maple.example/${encodeURI(name)}`),
    `gh,${base}forge`,
    `cal,${base}calendar`,
    'issue,https://forge.maple.example/issues/%s',
    'zoom,https://zoom.example/j/5550100?pwd=MapleSecret',
    // What the page tells of.
    'Calls,https://elsewhere.example/',
    `round,${base}trip`,
    `trip,${base}round`,
  ];
  return `keyword,destination_url\n${lines.join('\n')}\n`;
}

export const linksReply: Reply = {
  headers: { 'content-type': 'text/csv; charset=utf-8' },
  body: linksText(),
};

export function linksPlan(site: string): NonNullable<DocumentInput['links']> {
  return {
    sources: [{ id: 'short', name: 'Short links', url: site + linksPath, base }],
  };
}
