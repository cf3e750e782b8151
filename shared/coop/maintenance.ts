/** The `maintenance` section: single windows, or recurring ones by a cron pattern in a time zone. */
import * as v from 'valibot';
import type { Problem } from './problem.ts';
import { CronPattern, TimeZone } from './cron.ts';
import { ServiceReference } from './parts.ts';
import { remedy, says } from './remedy.ts';
import { parseEntry, problemAt } from './problem.ts';
import { shortList } from '../lists/short-list.ts';
import type { Chosen, TextReader } from './texts.ts';
import { TextsOf } from './texts.ts';

const common = {
  title: TextsOf(120),
  /** Ids of the affected services; their dependents are included. All services if left out. */
  services: v.optional(v.pipe(shortList(ServiceReference, 500), v.minLength(1))),
};

const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/;

/** In ms UTC; NaN without an offset, which would mean a different instant for each member. */
const momentOf = (text: string) => (withOffset.test(text) ? Date.parse(text) : NaN);

const Instant = v.pipe(
  v.string(),
  v.regex(withOffset, says('instant')),
  v.check((text) => !Number.isNaN(momentOf(text)), says('instant-none')),
);

const OnceSchema = v.pipe(
  v.object({ ...common, startsAt: Instant, endsAt: Instant }),
  v.forward(
    v.check(({ startsAt, endsAt }) => momentOf(endsAt) > momentOf(startsAt), says('instant-order')),
    ['endsAt'],
  ),
);

const RecurringSchema = v.object({
  ...common,
  cron: CronPattern,
  timeZone: TimeZone,
  /** In elapsed minutes, regardless of clock changes; at most a week. */
  durationMin: v.pipe(v.number(), v.minValue(1), v.maxValue(7 * 24 * 60)),
});

export const MaintenanceSchema = v.union([OnceSchema, RecurringSchema]);
export type Maintenance = Chosen<v.InferOutput<typeof MaintenanceSchema>>;

export const maintenanceLimit = 200;
const ListSchema = v.pipe(v.array(v.unknown()), v.maxLength(maintenanceLimit));

/** Parses entries one by one, skipping invalid ones. An unknown service is reported and dropped. */
export function readMaintenance(
  list: unknown,
  serviceIds: ReadonlySet<string>,
  texts: TextReader,
): Readonly<{ maintenance: readonly Maintenance[]; problems: readonly Problem[] }> {
  const entries = parseEntry(ListSchema, list ?? []);
  if (!entries.success) {
    return { maintenance: [], problems: [problemAt('$.maintenance', entries.issues[0])] };
  }
  const maintenance: Maintenance[] = [];
  const problems: Problem[] = [];
  for (const [index, raw] of entries.output.entries()) {
    const at = `$.maintenance[${index}]`;
    const isRecurring = typeof raw === 'object' && raw !== null && 'cron' in raw;
    const parsed = texts.read(isRecurring ? RecurringSchema : OnceSchema, raw);
    if (!parsed.success) {
      problems.push(problemAt(at, parsed.issues[0]));
      continue;
    }
    const { services } = parsed.output;
    const known = services?.filter((id) => serviceIds.has(id));
    if (services && known && known.length < services.length) {
      const wrong = services.findIndex((id) => !serviceIds.has(id));
      problems.push({
        path: `${at}.services[${wrong}]`,
        ...remedy('known-service', { got: services[wrong] ?? '' }),
      });
    }
    if (known?.length === 0) continue;
    maintenance.push({ ...parsed.output, ...(known ? { services: known } : {}) });
  }
  return { maintenance, problems };
}
