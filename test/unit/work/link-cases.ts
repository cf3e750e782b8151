/** Lists of links as long as they may be. */
import type { PageAnswer } from '../../../shared/links/check-verdict.ts';
import { judgeAnswer } from '../../../shared/links/check-verdict.ts';
import { mayBeAsked } from '../../../shared/links/checks.ts';
import { resolving } from '../../../shared/links/aliases.ts';
import { readingLinks } from '../../../shared/links/read.ts';
import { linkLimits } from '../../../shared/links/shortlink.ts';
import { indexOf, search } from '../../../shared/links/search.ts';
import { runSteps } from '../../../shared/steps.ts';
import type { WorstCase, WorstCases } from './case.ts';
import { list, nowUtcMs } from './case.ts';

const base = 'https://link.example/';
const read =
  (text: string, format: 'csv' | 'json' = 'csv'): WorstCase =>
  () =>
  () =>
    runSteps(readingLinks(text, { format, base }));
const length = linkLimits.textBytes;

const chain: WorstCase = () => {
  const rows = list(linkLimits.rows, (at) => ({
    keyword: `k${at}`,
    address: `${base}k${at + 1}`,
    line: at + 1,
  }));
  return () => runSteps(resolving({ rows, faults: [], left: 0 }, base));
};

const names = list(linkLimits.rows, (at) => `abcdefgh-${at}-hgfedcba`);
const typed: WorstCase = () => {
  const index = indexOf(names.map((name) => ({ id: name, names: [name], besides: 'a.example' })));
  return () => search(index, { typed: 'hgfedbca'.repeat(12), picks: [], nowUtcMs, limit: 20 });
};

const judged =
  (answer: Partial<PageAnswer>): WorstCase =>
  () =>
  () =>
    judgeAnswer({ address: 'https://a.example/x', status: 200, body: '', ...answer });
const redirected = (path: string) => judged({ status: 302, leadsTo: `https://a.example${path}` });
/** Of the head of an answer. */
const headLength = 256 * 1024;

export const linkCases: WorstCases = {
  'links: nothing but ends of lines': read('\n'.repeat(length)),
  'links: nothing but quotes': read('"'.repeat(length)),
  'links: quotes that are never closed': read('"a""b\n'.repeat(length / 6)),
  'links: a quote among commas': read(`"${','.repeat(length - 1)}`),
  'links: nothing but commas': read(','.repeat(length)),
  'links: blanks before a page': read(' '.repeat(length)),
  'links: at signs in an address': read(`a,https://${'@'.repeat(length)}`),
  'links: a circle of all': chain,
  'links: values in JSON': read(`[${'1,'.repeat(90_000)}1]`, 'json'),
  'links: a search with slips': typed,
  'links: a page like that of a missing keyword': judged({
    body: 'There is no '.repeat(16 * 1024),
  }),
  'links: a redirect to many sign-ins': redirected('/loginx'.repeat(headLength / 7)),
  'links: a redirect to many pages that are not found': redirected(
    '/not-found.x'.repeat(headLength / 12),
  ),
  'links: a redirect with nothing but slashes': redirected('/'.repeat(headLength)),
  'links: names in an address to ask': () => () =>
    mayBeAsked(`https://${'a.'.repeat(headLength)}/`),
};
