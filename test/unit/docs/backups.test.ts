import { readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { findingCodes } from '../../../shared/backups/view.ts';
import { finding } from '../../../shared/backups/finding.ts';
import { TargetSchema } from '../../../shared/backups/format-schema.ts';
import { lintFile } from '../../../shared/backups/lint.ts';
import { BackupsSchema } from '../../../shared/coop/backups.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';

const docs = new URL('../../../docs/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, docs), 'utf8');
const guide = textOf('backups.md');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(
    ([, text = '']) => text,
  );
const files = [
  ['the example', textOf('coop-backups.example.json')],
  ...blocks('json')
    .filter((text) => text.includes('"format"'))
    .map((text) => ['a file in the guide', text] as const),
] as const;

test('the guide shows a file', () => {
  expect(files).toHaveLength(2);
});

describe.each(files)('%s', (_what, text) => {
  test('is read without a fault', () => {
    const { file, unknown } = lintFile(text, Date.parse('2026-11-24T14:00:00Z'), '');
    const problems = file.ok ? file.targets.flatMap((one) => one.problems) : [file.problem];
    expect([...problems, ...unknown]).toEqual([]);
  });

  test('is of its JSON Schema', () => {
    const validate = new Ajv({ allErrors: true }).compile(
      JSON.parse(textOf('coop-backups.schema.json')) as object,
    );
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
  });
});

test('the part of a co-op document is one', () => {
  const [text = ''] = blocks('json').filter((one) => one.includes('"sources"'));
  const part = JSON.parse(text) as { backups: unknown };
  expect(v.safeParse(BackupsSchema, part.backups).issues).toBeUndefined();
});

test.each(findingCodes)('the finding %s is explained with its state', (code) => {
  const t = createTranslate('en');
  const row = guide
    .split('\n')
    .find((line) => line.startsWith('|') && line.includes(`\`${code}\``));
  expect(row).toContain(`| ${t(`backups.state.${finding(code).state}`)} |`);
});

test.each(Object.keys(TargetSchema.entries))('the key %s is explained', (key) => {
  expect(guide).toMatch(new RegExp(`^\\| \`\\.${key}(\\[\\])?\` \\|`, 'm'));
});

test('every hook is named', () => {
  const unnamed = readdirSync(new URL('hooks/', docs)).filter((one) => !guide.includes(one));
  expect(unnamed).toEqual([]);
});
