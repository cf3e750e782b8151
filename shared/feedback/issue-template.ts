/** Parses a repository's issue templates, Markdown or form. Invalid ones are ignored. Pure. */
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { lenientArray } from '../lists/lenient-array.ts';
import { Scalar, readForm } from './issue-form.ts';
import type { Section } from './markdown.ts';
import { sectionsOf } from './markdown.ts';

export const templateLimit = 64 * 1024;

const Labels = v.union([
  v.pipe(
    Scalar,
    v.transform((text) => text.split(',')),
  ),
  v.pipe(
    lenientArray(Scalar),
    v.transform(({ items }) => items),
  ),
]);
/** Invalid fields are ignored one by one. */
const HeadSchema = v.fallback(
  v.object({
    title: v.fallback(v.pipe(Scalar, v.maxLength(200)), ''),
    labels: v.fallback(Labels, []),
  }),
  { title: '', labels: [] },
);

export type Template = Readonly<{
  title: string;
  labels: readonly string[];
  /** A form makes a heading of each field; a Markdown template has its own. */
  sections: readonly Section[];
  /** Index of the section that takes the member's text; without it, the text goes above all of them. */
  answered?: number;
  /** Text above the first heading. */
  intro: string;
}>;

/** `name` is the file name: `.yml` and `.yaml` are forms. */
export function readTemplate(name: string, text: string): Template | undefined {
  if (text.length > templateLimit) return undefined;
  if (!/\.ya?ml$/i.test(name)) return readMarkdown(text);
  // GitHub does not show a form with a syntax error either.
  const { value, isWhole } = yamlOf(text);
  const form = isWhole ? readForm(value) : undefined;
  return form && { ...headOf(value), intro: '', ...form };
}

function readMarkdown(text: string): Template {
  const [, front, body] = /^---[^\S\n]*\r?\n(?:(.*?)\r?\n)??---[^\S\n]*(?:\r?\n(.*))?$/s.exec(
    text,
  ) ?? [undefined, undefined, text];
  const { intro, sections } = sectionsOf(body ?? '');
  const answered = sections.length > 0 ? { answered: 0 } : {};
  // A line of invalid YAML is skipped by itself: `title: [Bug] x` is common.
  return { ...headOf(yamlOf(front ?? '').value), intro, sections, ...answered };
}

function headOf(yaml: unknown): Pick<Template, 'title' | 'labels'> {
  const { title, labels } = v.parse(HeadSchema, yaml);
  const valid = labels.map((label) => label.trim()).filter((label) => label && label.length <= 50);
  return { title, labels: valid.slice(0, 20) };
}

/** No aliases: a few lines of them can expand to gigabytes. */
function yamlOf(text: string): Readonly<{ value?: unknown; isWhole: boolean }> {
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    return { value: document.toJS({ maxAliasCount: 0 }), isWhole: document.errors.length === 0 };
  } catch {
    return { isWhole: false };
  }
}
