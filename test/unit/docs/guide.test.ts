import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { CoopDocumentSchema } from '../../../shared/coop/document.ts';
import { WitnessSchema } from '../../../shared/coop/witnesses.ts';
import { FeedSchema, ServiceFeedSchema } from '../../../shared/coop/feed.ts';
import { MaintenanceSchema } from '../../../shared/coop/maintenance.ts';
import { ServiceSchema } from '../../../shared/coop/service.ts';
import { StandbySchema } from '../../../shared/coop/standby.ts';
import { QuietHoursSchema } from '../../../shared/coop/quiet-hours.ts';
import { presets } from '../../../shared/coop/presets.ts';
import { presetNames } from '../../../shared/coop/preset-names.ts';
import { ProbeSchema, probeTypes } from '../../../shared/coop/probe.ts';
import { feedAddresses } from '../../../shared/feeds/addresses.ts';
import { feedTypes } from '../../../shared/feeds/types.ts';

const guide = readFileSync(new URL('../../../docs/coop-document.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/```json\n(.*?)```/gs)].map(
  ([, text = '']) => JSON.parse(text) as Record<string, unknown>,
);
const isFeed = (block: object) => 'type' in block && feedTypes.some((one) => one === block.type);
const probes = blocks.filter((block) => 'type' in block && !isFeed(block));

/** A section of the document, shown without the rest. */
const partOfDocument = v.partial(v.strictObject(CoopDocumentSchema.entries));

/** Sections that the guide shows separately. */
const sections = [
  'logo',
  'rdap',
  'emergency',
  'echo',
  'matrix',
  'links',
  'rooms',
  'meetings',
  'calendars',
  'money',
];

const QuietHoursBlock = v.object({ quietHours: QuietHoursSchema });

function schemaOf(block: object) {
  if (isFeed(block)) return FeedSchema;
  if ('quietHours' in block) return QuietHoursBlock;
  if ('type' in block) return ProbeSchema;
  if ('component' in block) return ServiceFeedSchema;
  if ('startsAt' in block || 'cron' in block) return MaintenanceSchema;
  if ('description' in block) return ServiceSchema;
  if ('freshness' in block) return StandbySchema;
  if (sections.some((name) => name in block)) return partOfDocument;
  return 'version' in block ? CoopDocumentSchema : WitnessSchema;
}

describe('the guide to the document', () => {
  test.each(blocks.map((block) => [JSON.stringify(block).slice(0, 60), block] as const))(
    'shows what the app can read: %s…',
    (_start, block) => {
      const { issues } = v.safeParse(schemaOf(block), block);
      expect(issues?.map((issue) => issue.message)).toBeUndefined();
    },
  );

  test('shows a probe of each type', () => {
    const shown = new Set(probes.map((block) => block['type']));
    expect(probeTypes.filter((type) => !shown.has(type))).toEqual([]);
  });

  test.each(presetNames)('lists the preset %s with its path', (name) => {
    const path = presets[name].path.replace('{keyword}', 'KEYWORD');
    expect(guide).toContain(`| \`${name}\` | \`${path}\` |`);
  });

  test.each(feedTypes)('lists the status page %s with what is asked', (type) => {
    const asked = feedAddresses({ type, url: 'https://a.example/', slug: 'SLUG' });
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${type}\` |`));
    for (const address of asked) expect(row).toContain(`\`${address.slice(17)}\``);
  });
});
