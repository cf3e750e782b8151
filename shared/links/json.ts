/** Links as JSON: an object of addresses by keyword, or a list of `{ "keyword": …, "url": … }`, also in an object. Pure. */
import { hasMoreValuesThan, isDeeperThan, isRecord, parseJson, withoutBom } from '../json.ts';
import type { Steps } from '../steps.ts';
import { namedIn } from './columns.ts';
import { isWebPage } from './csv.ts';
import { createRowTaker } from './rows.ts';
import type { ReadRows } from './shortlink.ts';
import { linkLimits } from './shortlink.ts';

/** Entries of one step. */
const stepEntries = 1000;
/** Entries may have further values, which are not used. */
const valuesLimit = linkLimits.rows * 20;
const depthLimit = 8;

export function* readingJson(text: string): Steps<ReadRows> {
  if (isWebPage(text)) return { ok: false, code: 'web-page' };
  if (hasMoreValuesThan(valuesLimit, text)) return { ok: false, code: 'not-json' };
  yield;
  if (isDeeperThan(depthLimit, text)) return { ok: false, code: 'not-json' };
  yield;
  const entries = entriesOf(parseJson(withoutBom(text)));
  if (!entries) return { ok: false, code: 'not-json' };
  yield;
  const taker = createRowTaker();
  let left = 0;
  let found = 0;
  for (const [at, entry] of entries.entries()) {
    if (at % stepEntries === stepEntries - 1) yield;
    const named = isRecord(entry) ? namedIn(entry) : undefined;
    if (!named) continue;
    found += 1;
    if (taker.isFull()) left += 1;
    else taker.take({ ...named, line: at + 1 });
  }
  return found > 0 ? { ok: true, ...taker.end(left) } : { ok: false, code: 'no-links' };
}

function entriesOf(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json;
  if (!isRecord(json)) return undefined;
  // Exports have their list beside a version and a date.
  const values = Object.values(json);
  const hasAddresses = values.some((value) => typeof value === 'string' && value.includes(':/'));
  const list = hasAddresses ? undefined : values.find(Array.isArray);
  return list ?? Object.entries(json).map(([keyword, url]) => ({ keyword, url }));
}
