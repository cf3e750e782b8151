/** Reads a repository's own issue templates, Markdown or form. What cannot be read is no template. Pure. */
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { lenientArray } from '../lists/lenient-array.ts';
import { Word, readForm } from './issue-form.ts';
import type { Section } from './markdown.ts';
import { sectionsOf } from './markdown.ts';

export const templateLimit = 64 * 1024;

const Labels = v.union([
  v.pipe(
    Word,
    v.transform((text) => text.split(',')),
  ),
  v.pipe(
    lenientArray(Word),
    v.transform(({ items }) => items),
  ),
]);
/** What is empty or odd is not there, and costs nothing else. */
const HeadSchema = v.fallback(
  v.object({
    title: v.fallback(v.pipe(Word, v.maxLength(200)), ''),
    labels: v.fallback(Labels, []),
  }),
  { title: '', labels: [] },
);

export type Template = Readonly<{
  title: string;
  labels: readonly string[];
  /** A form's answers come under a heading each; a Markdown template has its own. */
  sections: readonly Section[];
  /** Of the sections the one that takes what was written; undefined where it has to stand above all of them. */
  answered?: number;
  /** What stands above the first heading. */
  intro: string;
}>;

/** `name` is the file's: `.yml` and `.yaml` are forms. */
export function readTemplate(name: string, text: string): Template | undefined {
  if (text.length > templateLimit) return undefined;
  if (!/\.ya?ml$/i.test(name)) return readMarkdown(text);
  // GitHub shows no form of which it cannot read all.
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
  // In the front, a line that is no YAML costs itself alone: `title: [Bug] x` is often written so.
  return { ...headOf(yamlOf(front ?? '').value), intro, sections, ...answered };
}

function headOf(yaml: unknown): Pick<Template, 'title' | 'labels'> {
  const { title, labels } = v.parse(HeadSchema, yaml);
  const sound = labels.map((label) => label.trim()).filter((label) => label && label.length <= 50);
  return { title, labels: sound.slice(0, 20) };
}

/** Without aliases: a few lines of them can stand for gigabytes. What is no YAML has no sense in it. */
function yamlOf(text: string): Readonly<{ value?: unknown; isWhole: boolean }> {
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    return { value: document.toJS({ maxAliasCount: 0 }), isWhole: document.errors.length === 0 };
  } catch {
    return { isWhole: false };
  }
}
