/**
 * A GitHub issue form as the issue it produces. Pure.
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
import * as v from 'valibot';
import { lenientArray } from '../lists/lenient-array.ts';
import type { Section } from './markdown.ts';
import { fenced } from './markdown.ts';

/** YAML parses some unquoted words as numbers or booleans. */
export const Scalar = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));

const OptionalScalar = v.fallback(v.optional(Scalar), undefined);
const Options = v.fallback(
  lenientArray(
    v.union([
      Scalar,
      v.pipe(
        v.object({ label: Scalar }),
        v.transform((one) => one.label),
      ),
    ]),
  ),
  { items: [], dropped: 0 },
);
const AttributesSchema = v.object({
  label: v.pipe(Scalar, v.trim(), v.minLength(1), v.maxLength(300)),
  /** Prefilled text. */
  value: OptionalScalar,
  render: OptionalScalar,
  options: Options,
  /** Index of the preselected option of a dropdown. */
  default: v.fallback(v.optional(v.number()), undefined),
});
const FieldSchema = v.variant('type', [
  v.object({ type: v.picklist(['input', 'textarea', 'dropdown']), attributes: AttributesSchema }),
  v.object({ type: v.literal('checkboxes'), attributes: AttributesSchema }),
  v.object({ type: v.literal('markdown') }),
]);
type Field = v.InferOutput<typeof FieldSchema>;
type Attributes = v.InferOutput<typeof AttributesSchema>;
const FormSchema = v.object({ body: v.pipe(v.array(v.unknown()), v.maxLength(100)) });

/** Undefined if no field is valid. */
export function readForm(
  yaml: unknown,
): Readonly<{ sections: readonly Section[]; answered?: number }> | undefined {
  const form = v.safeParse(FormSchema, yaml);
  if (!form.success) return undefined;
  const { items: fields } = v.parse(lenientArray(FieldSchema), form.output.body);
  const shown = fields.filter((field) => field.type !== 'markdown');
  if (fields.length === 0) return undefined;
  // A textarea that is rendered as code is for logs.
  const answered = shown.findIndex(
    (field) => field.type === 'textarea' && field.attributes.render === undefined,
  );
  const sections = shown.map((field) => ({
    heading: `### ${field.attributes.label}`,
    text: defaultText(field.type, field.attributes),
  }));
  return answered < 0 ? { sections } : { sections, answered };
}

/** What GitHub writes for an untouched field. A box is never ticked in the member's name. */
function defaultText(type: Field['type'], { value, render, options, ...more }: Attributes): string {
  if (type === 'checkboxes') return options.items.map((label) => `- [ ] ${label}`).join('\n');
  if (type === 'dropdown') return options.items[more.default ?? -1] ?? noResponse;
  if (!value?.trim()) return noResponse;
  return type === 'textarea' && render !== undefined ? fenced(value, render) : value.trim();
}

const noResponse = '_No response_';
