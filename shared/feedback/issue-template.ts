/** Reads a repository's own issue templates, Markdown or form. What cannot be read is no template. Pure. */
import * as v from 'valibot';
import { parseDocument } from 'yaml';

export const templateLimit = 64 * 1024;

const Labels = v.optional(
  v.union([
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').map((one) => one.trim())),
    ),
    v.array(v.string()),
  ]),
  [],
);
const Title = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))), '');
const FrontSchema = v.object({ title: Title, labels: Labels });
const FieldSchema = v.object({
  type: v.string(),
  id: v.optional(v.string()),
  attributes: v.optional(v.object({ label: v.optional(v.pipe(v.string(), v.maxLength(300)), '') })),
});
const FormSchema = v.object({
  title: Title,
  labels: Labels,
  body: v.pipe(v.array(FieldSchema), v.minLength(1), v.maxLength(100)),
});

export type Template = Readonly<{
  title: string;
  labels: readonly string[];
  /** A form's answers come under a heading each; a Markdown template has its own. */
  sections: readonly Readonly<{ heading: string; text: string }>[];
  /** What stands above the first heading. */
  intro: string;
}>;

/** `name` is the file's: `.yml` and `.yaml` are forms. */
export function readTemplate(name: string, text: string): Template | undefined {
  if (text.length > templateLimit) return undefined;
  return /\.ya?ml$/i.test(name) ? readForm(text) : readMarkdown(text);
}

function readForm(text: string): Template | undefined {
  const form = v.safeParse(FormSchema, yamlOf(text));
  if (!form.success) return undefined;
  // https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
  const asked = form.output.body.filter(({ type }) =>
    ['input', 'textarea', 'dropdown'].includes(type),
  );
  return {
    title: form.output.title ?? '',
    labels: labelsOf(form.output.labels),
    intro: '',
    sections: asked.map(({ attributes }) => ({
      heading: `### ${attributes?.label ?? ''}`,
      text: '_No response_',
    })),
  };
}

function readMarkdown(text: string): Template | undefined {
  const unix = text.replaceAll('\r\n', '\n');
  const end = unix.startsWith('---\n') ? unix.indexOf('\n---', 3) : -1;
  const front = v.safeParse(FrontSchema, end < 0 ? {} : (yamlOf(unix.slice(4, end)) ?? {}));
  if (!front.success) return undefined;
  const body = end < 0 ? unix : unix.slice(unix.indexOf('\n', end + 1) + 1 || unix.length);
  const [intro = '', ...rest] = body.split(/^(?=#{1,6} )/mu);
  const first = /^#{1,6} /u.test(intro) ? [intro, ...rest] : rest;
  return {
    title: front.output.title ?? '',
    labels: labelsOf(front.output.labels),
    intro: first === rest ? intro.trim() : '',
    sections: first.map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return { heading: heading.trim(), text: lines.join('\n').trim() };
    }),
  };
}

function labelsOf(labels: readonly string[]): readonly string[] {
  return labels.filter((label) => label !== '' && label.length <= 50).slice(0, 20);
}

/** Without aliases: a few lines of them can stand for gigabytes. Undefined for what is no YAML. */
function yamlOf(text: string): unknown {
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
