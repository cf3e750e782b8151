import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { demoFile, demoText } from '../../../build/examples.ts';
import { CoopDocumentSchema } from '../../../shared/coop/document.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { expandPreset } from '../../../shared/coop/presets.ts';
import { ProbeSchema } from '../../../shared/coop/probe.ts';

const folder = dirname(demoFile);

describe.each(readdirSync(folder))('the example %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');

  test('is a document without a fault', () => {
    const { issues } = v.safeParse(CoopDocumentSchema, JSON.parse(text));
    expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
    const parsed = parseCoopDocument(text);
    expect(parsed.ok && parsed.document.problems).toEqual([]);
  });

  test('uses presets that write out into a probe', () => {
    for (const { probe } of v.parse(CoopDocumentSchema, JSON.parse(text)).services) {
      if (!probe) continue;
      const plain = expandPreset(probe);
      expect(v.parse(ProbeSchema, plain)).toEqual(plain);
      expect(JSON.stringify(plain)).not.toMatch(/\{keyword\}|"preset"/);
    }
  });
});

test('the example of the stand-in co-op is as `node build/examples.ts` writes it', () => {
  expect(readFileSync(demoFile, 'utf8')).toBe(demoText());
});
