import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { CoopDocumentSchema, WitnessSchema } from '../../../shared/coop/document.ts';
import { QuietHoursSchema } from '../../../shared/coop/quiet-hours.ts';
import { presetNames, presets } from '../../../shared/coop/presets.ts';
import { ProbeSchema, probeTypes } from '../../../shared/coop/probe.ts';

const guide = readFileSync(new URL('../../../docs/coop-document.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/```json\n(.*?)```/gs)].map(
  ([, text = '']) => JSON.parse(text) as Record<string, unknown>,
);
const probes = blocks.filter((block) => 'type' in block);

const QuietHoursBlock = v.object({ quietHours: QuietHoursSchema });

function schemaOf(block: object) {
  if ('quietHours' in block) return QuietHoursBlock;
  if ('type' in block) return ProbeSchema;
  return 'services' in block ? CoopDocumentSchema : WitnessSchema;
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
});
