/** Previews drafts and moves them to the outbox: only what the member was shown is sent. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Binding } from '../../../shared/binding.ts';
import { knownDifferences } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { destinationName } from '../../../shared/feedback/destination-name.ts';
import { formAddress } from '../../../shared/feedback/github-issue.ts';
import type { Template } from '../../../shared/feedback/issue-template.ts';
import type { About } from '../../../shared/feedback/item.ts';
import type { Attachment, Content } from '../../../shared/feedback/outbox.ts';
import type { Missing, Preview } from '../../../shared/feedback/preview-view.ts';
import type { PlannedContent, PlannedFile } from '../../../shared/feedback/preview.ts';
import { missingIn, planOf } from '../../../shared/feedback/preview.ts';
import { putBackIn } from '../../../shared/feedback/put-back.ts';
import type { DestinationView, Draft } from '../../../shared/feedback/state.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { readying } from '../../../shared/redact/redact.ts';
import { inSteps } from '../../../shared/steps.ts';
import { createAttachedLogs } from './attached-logs.ts';
import type { Outbox, Taken } from './outbox.ts';
import { createPreviews } from './previews.ts';

export type Sending = Readonly<{
  preview: (
    id: string,
    draft: Draft,
  ) => Promise<Readonly<{ preview: Preview }> | Readonly<{ missing: Missing }>>;
  /** `digest`: that of the preview. */
  send: (id: string, digest: string) => Promise<Taken | 'look-again'>;
  /** Opens GitHub's own form, filled in, for a member who is not signed in. */
  openForm: (id: string, digest: string) => 'opened' | 'too-long' | 'look-again';
  forget: (id: string) => void;
  /** Call when the destinations have changed. */
  clear: () => void;
}>;

export type SendingDeps = Readonly<{
  t: Translate;
  outbox: Outbox;
  /** The destination that a draft names, or else the first. */
  destinationOf: (draft: Draft) => DestinationPlan | undefined;
  view: (plan: DestinationPlan) => DestinationView;
  places: Readonly<{
    named: (plan: DestinationPlan) => Binding;
    bound: (plan: DestinationPlan) => Promise<Binding>;
    template: (plan: DestinationPlan) => Promise<Template | undefined>;
    repositoryUrl: (repository: string) => string;
  }>;
  system: string;
  diagnostics: (about: About) => string;
  /** The last lines of the log, redacted. */
  logTail: (limitBytes: number) => Promise<string>;
  openAddress: (url: string) => void;
}>;

export function createSending(deps: SendingDeps): Sending {
  const { outbox, places } = deps;
  const previews = createPreviews();
  const logs = createAttachedLogs(deps.logTail);

  /** Also undefined if the place, the server or the member is no longer the one shown. */
  const shownAs = (id: string, digest: string) => {
    const draft = outbox.items().find((one) => one.id === id)?.draft;
    const shown = previews.find(id, digest, draft);
    const now = shown && places.named(shown.destination);
    if (!shown || !now || knownDifferences(shown.bound, now).length > 0) return undefined;
    // If nobody was signed in at the preview, it is bound to the member who has signed in since.
    return { ...shown, bound: { ...now, ...shown.bound } };
  };

  const forget = (id: string) => {
    previews.forget(id);
    logs.forget(id);
  };

  return {
    preview: async (id, draft) => {
      const destination = deps.destinationOf(draft);
      const missing = destination ? missingIn(draft) : 'destination';
      if (missing || !destination || !draft.about) return { missing: missing ?? 'about' };
      const [template, bound, log] = await Promise.all([
        places.template(destination).catch(() => undefined),
        places.bound(destination),
        logs.of(id, draft.withLog ?? false),
      ]);
      const there = deps.view(withActualReaders(destination, bound));
      const { system } = deps;
      const diagnostics = draft.withDiagnostics ? deps.diagnostics(draft.about) : undefined;
      await inSteps(readying([draft.text, diagnostics].join('\n')), breathe);
      const kept = putBackIn(draft, there);
      const about = { id, draft, system, diagnostics, log, destination, template, kept };
      const planned = planOf(deps.t, about);
      if (!planned) return { missing: 'text' };
      const shown = { destination, bound, draft: JSON.stringify(draft) };
      const digest = previews.keep(id, shown, planned);
      return { preview: { ...planned.preview, digest, destination: there } };
    },
    send: async (id, digest) => {
      const shown = shownAs(id, digest);
      if (!shown) return 'look-again';
      const contents = await withTextsAttached(outbox, shown.contents).catch(() => undefined);
      if (!contents) return 'unwritable';
      const attachments = contents.flatMap(({ attachment }) => (attachment ? [attachment] : []));
      // The item itself must name its files, or the next start would remove them.
      const saved = await outbox.saveDraft(id, shown.draft, attachments);
      if (saved !== 'taken') return saved;
      const destination = destinationName(shown.destination);
      const taken = await outbox.enter(id, { destination, bound: shown.bound, contents });
      if (taken === 'taken') forget(id);
      return taken;
    },
    openForm: (id, digest) => {
      const shown = shownAs(id, digest);
      const [issue] = shown?.contents ?? [];
      if (!issue || shown?.destination.via !== 'github') return 'look-again';
      const url = places.repositoryUrl(shown.destination.repository);
      const address = formAddress(url, issue.content);
      if (address === undefined) return 'too-long';
      deps.openAddress(address);
      return 'opened';
    },
    forget,
    clear: previews.clear,
  };
}

/** Stores texts that are sent as files. Rejects if the disk is full. */
async function withTextsAttached(
  outbox: Pick<Outbox, 'attach'>,
  contents: readonly PlannedContent[],
): Promise<readonly Content[]> {
  const made: Content[] = [];
  for (const { kind, content, file } of contents) {
    const attachment = file && 'text' in file ? await attachText(outbox, file) : file;
    made.push({ kind, content, ...(attachment ? { attachment } : {}) });
  }
  return made;
}

function attachText(
  outbox: Pick<Outbox, 'attach'>,
  { name, mediaType, text }: Extract<PlannedFile, Readonly<{ text: string }>>,
): Promise<Attachment> {
  return outbox.attach(new TextEncoder().encode(text), { name, mediaType });
}

/** A public repository is shown as public, even if the document says otherwise. */
function withActualReaders(plan: DestinationPlan, bound: Binding): DestinationPlan {
  return plan.via === 'github'
    ? { ...plan, public: plan.public || bound['public'] === 'yes' }
    : plan;
}
