/**
 * Builds the preview of what will be sent. Pure; main/features/feedback/previews.ts stores it and makes sure that only
 * previewed content enters the outbox.
 */
import * as v from 'valibot';
import type { DestinationPlan } from '../coop/feedback.ts';
import type { Translate } from '../i18n/translator.ts';
import { issueContent } from './github-issue.ts';
import { IssueContentSchema } from './issue-content.ts';
import { closed, fenced } from './markdown.ts';
import type { Template } from './issue-template.ts';
import type { Feedback } from './item.ts';
import { FeedbackSchema, nameLimit } from './item.ts';
import { matrixContent } from './matrix-message.ts';
import type { Attachment, Content } from './outbox.ts';
import type { Missing, Preview } from './preview-view.ts';
import { redactionKinds, placeholders } from '../redact/kinds.ts';
import type { Redaction } from '../redact/redact.ts';
import { redact } from '../redact/redact.ts';
import { removalsOf } from '../redact/removals.ts';
import type { Draft } from './state.ts';

/** A stored file, or a text that becomes a file when it is sent. */
export type PlannedFile = Attachment | Readonly<{ name: string; mediaType: string; text: string }>;
export type PlannedContent = Omit<Content, 'attachment'> & Readonly<{ file?: PlannedFile }>;

export type Plan = Readonly<{
  contents: readonly PlannedContent[];
  preview: Omit<Preview, 'digest' | 'destination'>;
}>;

export type PlanInput = Readonly<{
  id: string;
  draft: Draft;
  /** Such as `Coop Tray 0.1.0, Debian 12`. */
  system: string;
  /** What the app knows about the subject; undefined if not wanted. */
  diagnostics: string | undefined;
  /** The last lines of the log, redacted already; undefined if not wanted. */
  log?: string | undefined;
  destination: DestinationPlan;
  template: Template | undefined;
  /** Removals that the member put back for the readers there. */
  kept: readonly string[];
}>;

export function missingIn({ about, text }: Draft): Missing | undefined {
  if (!about) return 'about';
  return text.trim() === '' ? 'text' : undefined;
}

/** Undefined if the draft is incomplete. */
export function planOf(t: Translate, parts: PlanInput): Plan | undefined {
  const { draft } = parts;
  const { about, build, text, diagnostics } = cleaned(parts);
  const found = v.safeParse(FeedbackSchema, {
    id: parts.id,
    about,
    kind: draft.kind ?? 'comment',
    ...(draft.kind === 'broken' && draft.severity ? { severity: draft.severity } : {}),
    text: text.text,
    system: parts.system,
  });
  if (!found.success) return undefined;
  const contents =
    parts.destination.via === 'matrix'
      ? inMatrix(t, found.output, draft.picture, filesOf(diagnostics?.text, parts.log))
      : inGithub(t, found.output, parts.template, parts.destination.labels, [
          ...(diagnostics ? [diagnostics.text] : []),
          ...(parts.log ? [parts.log] : []),
        ]);
  const redactions = [build, text, diagnostics].flatMap((one) => one?.redactions ?? []);
  return {
    contents,
    preview: {
      parts: contents.map((one) => viewOf(one, redactions)),
      redactions: redactionKinds.flatMap((kind) => {
        const count = redactions.filter((one) => one.kind === kind && !one.kept).length;
        return count > 0 ? [{ kind, count }] : [];
      }),
      removals: [...removalsOf(redactions)],
      leavesOutPicture: parts.destination.via === 'github' && draft.picture !== undefined,
    },
  };
}

/** Redacts everything typed and all diagnostics. Names of sites and services come from the document. */
function cleaned({ draft, diagnostics, kept }: PlanInput) {
  const clean = (it: string) => redact(it, kept);
  const { about } = draft;
  // The word “build” keeps a version with four numbers from being taken for an IP address.
  const lead = 'build ';
  const build =
    about?.what === 'staging' && about.build !== undefined
      ? clean(`${lead}${about.build}`)
      : undefined;
  return {
    build,
    about: build
      ? { ...about, build: build.text.slice(lead.length, lead.length + nameLimit) }
      : about,
    text: clean(draft.text.trim()),
    diagnostics: diagnostics === undefined ? undefined : clean(diagnostics),
  };
}

/** Without the URL, which is added after the upload. */
function fileContent(msgtype: string, file: PlannedFile): string {
  return JSON.stringify({
    msgtype,
    body: file.name,
    info: { mimetype: file.mediaType, size: sizeOf(file) },
  });
}

function inMatrix(
  t: Translate,
  feedback: Feedback,
  picture: Attachment | undefined,
  files: readonly PlannedFile[],
): readonly PlannedContent[] {
  return [
    { kind: 'message', content: matrixContent(t, feedback) },
    ...(picture
      ? [{ kind: 'image' as const, content: fileContent('m.image', picture), file: picture }]
      : []),
    ...files.map((file) => ({ kind: 'file' as const, content: fileContent('m.file', file), file })),
  ];
}

/** An issue is a single text: what is attached goes below the member's. */
function inGithub(
  t: Translate,
  feedback: Feedback,
  template: Template | undefined,
  labels: readonly string[],
  attached: readonly string[],
): readonly PlannedContent[] {
  const text =
    attached.length === 0
      ? feedback.text
      : [closed(feedback.text), ...attached.map((one) => fenced(one))].join('\n\n');
  const all = [...new Set([...(template?.labels ?? []), ...labels])];
  const whole = template ?? { title: '', sections: [], intro: '' };
  const content = issueContent(t, { ...feedback, text }, { ...whole, labels: all });
  return [{ kind: 'message', content }];
}

function filesOf(diagnostics: string | undefined, log: string | undefined): readonly PlannedFile[] {
  return [
    ...(diagnostics === undefined ? [] : [textFile('coop-tray.txt', diagnostics)]),
    ...(log ? [textFile('coop-tray-log.txt', log)] : []),
  ];
}

function textFile(name: string, text: string): PlannedFile {
  return { name, mediaType: 'text/plain; charset=utf-8', text };
}

function sizeOf(file: PlannedFile): number {
  return 'text' in file ? utf8Bytes(file.text) : file.sizeBytes;
}

function utf8Bytes(text: string): number {
  let size = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return size;
}

function viewOf(
  { kind, content, file }: PlannedContent,
  redactions: readonly Redaction[],
): Preview['parts'][number] {
  const shown = file ? ('text' in file ? file.text : '') : readable(content);
  const marks = marksIn(shown, redactions);
  if (!file) return { kind, content, shown, marks };
  const { name, mediaType } = file;
  const more = 'text' in file ? { text: file.text } : { id: file.id };
  return {
    kind,
    content,
    shown,
    marks,
    file: { name, mediaType, sizeBytes: sizeOf(file), ...more },
  };
}

/** Searches for the placeholders, because a title repeats part of the text and a template may move it. */
function marksIn(shown: string, redactions: readonly Redaction[]) {
  const gone = new Set(redactions.flatMap(({ kind, kept }) => (kept ? [] : placeholders[kind])));
  return [...shown.matchAll(/\[[\w-]+\]/gu)].flatMap(({ 0: it, index: start }) =>
    gone.has(it) ? { start, end: start + it.length } : [],
  );
}

/** Matrix messages have neither title nor labels. */
const ShownContentSchema = v.partial(IssueContentSchema, ['title', 'labels']);

/** A message's body; for an issue also its title and labels. */
function readable(content: string): string {
  const { title, body, labels } = v.parse(ShownContentSchema, JSON.parse(content));
  return [title, body, labels?.join(', ')].filter(Boolean).join('\n\n');
}
