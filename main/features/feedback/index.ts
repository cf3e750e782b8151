/**
 * Feedback: what was written, where it can go, and where it is on its way. Only what the member was shown is sent: a
 * draft enters the outbox under the digest of its preview, or not at all.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Binding } from '../../../shared/binding.ts';
import { knownDifferences } from '../../../shared/binding.ts';
import type { DestinationPlan, FeedbackPlan, Staging } from '../../../shared/coop/feedback.ts';
import { destinationName } from '../../../shared/feedback/destination-name.ts';
import { formAddress } from '../../../shared/feedback/github-issue.ts';
import type { About } from '../../../shared/feedback/item.ts';
import type { Template } from '../../../shared/feedback/issue-template.ts';
import type { Attachment, Content } from '../../../shared/feedback/outbox.ts';
import type { PictureFault } from '../../../shared/feedback/picture.ts';
import { faultOf } from '../../../shared/feedback/picture.ts';
import type { PlannedContent, PlannedFile } from '../../../shared/feedback/preview.ts';
import { missingIn, planOf } from '../../../shared/feedback/preview.ts';
import { putBackIn } from '../../../shared/feedback/put-back.ts';
import type { Missing, Preview } from '../../../shared/feedback/preview-view.ts';
import type {
  Answers,
  DestinationView,
  Draft,
  FeedbackState,
} from '../../../shared/feedback/state.ts';
import type { Similar } from '../../../shared/feedback/similar.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { readying } from '../../../shared/redact/redact.ts';
import { inSteps } from '../../../shared/steps.ts';
import type { Builds } from './builds.ts';
import type { LookingParts } from './similar-search.ts';
import { createLooking } from './similar-search.ts';
import type { Outbox, Taken } from './outbox.ts';
import type { Posting } from './posting.ts';
import { createPosting } from './posting.ts';
import { createPreviews } from './previews.ts';
import { destinationView, draftOf, itemViews } from './views.ts';

/** Where feedback can go, as the accounts allow it. */
export type Places = Pick<LookingParts, 'bound' | 'similar' | 'plusOne'> &
  Readonly<{
    /** What is known of it without asking anybody. */
    named: (plan: DestinationPlan) => Binding;
    ready: (plan: DestinationPlan) => DestinationView['ready'];
    /** The repository's own; undefined where it has none or cannot be asked. */
    template: (plan: DestinationPlan) => Promise<Template | undefined>;
    /** Where GitHub's own form for a new issue is found, as the repository's address. */
    repositoryUrl: (repository: string) => string;
  }>;

export type FeedbackParts = Readonly<{
  t: Translate;
  outbox: Outbox;
  /** What came back; undefined where nothing can. */
  answersTo: (itemId: string) => Answers | undefined;
  readAttachment: (id: string) => Promise<Uint8Array>;
  newId: () => string;
  places: Places;
  builds: Builds;
  /** Such as `Coop Tray 0.1.0, Debian 12`. */
  system: string;
  /** What the app knows of it, as text. */
  diagnostics: (about: About) => string;
  openAddress: (url: string) => void;
}>;

export type Feedback = Posting &
  Readonly<{
    state: () => FeedbackState;
    /** `seen` is the room of acknowledgements, where no feedback goes. */
    setPlan: (plan: FeedbackPlan | undefined, seen: DestinationPlan | undefined) => void;
    /** The accounts have changed, or the line is back. */
    wake: () => void;
    refreshBuilds: () => void;
    saveDraft: (id: string, draft: Draft) => Promise<Taken>;
    attach: (png: Uint8Array) => Promise<Attached>;
    picture: (id: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
    preview: (
      id: string,
      draft: Draft,
    ) => Promise<Readonly<{ preview: Preview }> | Readonly<{ missing: Missing }>>;
    send: (id: string, digest: string) => Promise<Taken | 'look-again'>;
    openForm: (id: string, digest: string) => 'opened' | 'too-long' | 'look-again';
    retry: (id: string) => Promise<void>;
    discard: (id: string) => Promise<void>;
    redirect: (id: string, destinationId: string) => Promise<string | undefined>;
    openSent: (id: string) => void;
    /** What is there already about the same. */
    similar: (draft: Draft) => Promise<readonly Similar[]>;
    plusOne: (id: string) => Promise<'done' | 'failed'>;
    openSimilar: (id: string) => void;
    onChange: (listener: () => void) => void;
    /** What came back is another. */
    tell: () => void;
    dispose: () => void;
  }>;

export type Attached =
  | Readonly<{ attachment: Attachment }>
  | Readonly<{ refused: PictureFault | 'unwritable' }>;

export function createFeedback(parts: FeedbackParts): Feedback {
  const { t, outbox, places, builds } = parts;
  const listeners = new Set<() => void>();
  const previews = createPreviews();
  const looking = createLooking({ ...places, openAddress: parts.openAddress });
  /** Kept a moment ago: the draft that names it may come later than the wish to see it. */
  const fresh = new Set<string>();
  let plan: FeedbackPlan | undefined;
  let seen: DestinationPlan | undefined;
  const tell = () => listeners.forEach((listener) => listener());
  outbox.onChange(tell);
  builds.onChange(tell);

  const itemOf = (id: string) => outbox.items().find((one) => one.id === id);
  const view = (one: DestinationPlan) => destinationView(t, one, places.ready(one));
  const posting = createPosting({
    outbox,
    newId: parts.newId,
    plans: () => ({ feedback: plan?.destinations ?? [], seen }),
    view,
    bound: places.bound,
  });
  const wanted = ({ destinationId }: Draft) => {
    const all = plan?.destinations ?? [];
    return all.find(({ id }) => id === destinationId) ?? all[0];
  };
  const saveDraft = (id: string, draft: Draft) =>
    outbox.saveDraft(id, JSON.stringify(draft), draft.picture ? [draft.picture] : []);
  /** Undefined too where another place, server or member has taken the place of what was shown. */
  const shownAs = (id: string, digest: string) => {
    const shown = previews.find(id, digest, itemOf(id)?.draft);
    const now = shown && places.named(shown.destination);
    if (!shown || !now || knownDifferences(shown.bound, now).length > 0) return undefined;
    // Who has signed in since the look is the one who sends it.
    return { ...shown, bound: { ...now, ...shown.bound } };
  };

  const send = async (id: string, digest: string) => {
    const shown = shownAs(id, digest);
    if (!shown) return 'look-again';
    const contents = await kept(outbox, shown.contents).catch(() => undefined);
    if (!contents) return 'unwritable';
    const attachments = contents.flatMap(({ attachment }) => (attachment ? [attachment] : []));
    // The item itself must name its files, or the next start would clear them away.
    const saved = await outbox.saveDraft(id, shown.draft, attachments);
    if (saved !== 'taken') return saved;
    const taken = await outbox.enter(id, {
      destination: destinationName(shown.destination),
      bound: shown.bound,
      contents,
    });
    if (taken === 'taken') previews.forget(id);
    return taken;
  };

  return {
    state: () => {
      const destinations = (plan?.destinations ?? []).map(view);
      return {
        destinations,
        staging: (plan?.staging ?? []).map((site) => stagingView(site, builds)),
        ...(plan?.appVersion === undefined ? {} : { newestApp: plan.appVersion }),
        items: itemViews(
          t,
          outbox.items(),
          [...destinations, ...(seen ? [view(seen)] : [])],
          parts.answersTo,
        ),
        unreadable: outbox.unreadable(),
        writable: outbox.isWritable(),
      };
    },
    setPlan: (next, nextSeen) => {
      plan = next;
      seen = nextSeen;
      previews.clear();
      looking.clear();
      tell();
    },
    wake: () => {
      outbox.wake();
      tell();
    },
    refreshBuilds: () => builds.refresh(plan?.staging ?? []),
    saveDraft,
    attach: async (png) => {
      const refused = faultOf(png);
      if (refused) return { refused };
      const named = { name: 'picture.png', mediaType: 'image/png' };
      const attachment = await outbox.attach(png, named).catch(() => undefined);
      if (!attachment) return { refused: 'unwritable' };
      fresh.add(attachment.id);
      return { attachment };
    },
    picture: async (id) => {
      const isNamed = outbox.items().some((one) => one.attachments.some((file) => file.id === id));
      if (!isNamed && !fresh.has(id)) return undefined;
      const bytes = await parts.readAttachment(id).catch(() => undefined);
      return bytes && Uint8Array.from(bytes);
    },
    preview: async (id, draft) => {
      const destination = wanted(draft);
      const missing = destination ? missingIn(draft) : 'destination';
      if (missing || !destination || !draft.about) return { missing: missing ?? 'about' };
      const [template, bound] = await Promise.all([
        places.template(destination).catch(() => undefined),
        places.bound(destination),
      ]);
      const there = view(asReadBy(destination, bound));
      const diagnostics = draft.withDiagnostics ? parts.diagnostics(draft.about) : undefined;
      await inSteps(readying([draft.text, diagnostics].join('\n')), breathe);
      const planned = planOf(t, {
        id,
        draft,
        system: parts.system,
        diagnostics,
        destination,
        template,
        kept: putBackIn(draft, there),
      });
      if (!planned) return { missing: 'text' };
      const shown = { destination, bound, draft: JSON.stringify(draft) };
      const digest = previews.keep(id, shown, planned);
      return { preview: { ...planned.preview, digest, destination: there } };
    },
    send,
    openForm: (id, digest) => {
      const shown = shownAs(id, digest);
      const [issue] = shown?.contents ?? [];
      if (!issue || shown?.destination.via !== 'github') return 'look-again';
      const url = places.repositoryUrl(shown.destination.repository);
      const address = formAddress(url, issue.content);
      if (address === undefined) return 'too-long';
      parts.openAddress(address);
      return 'opened';
    },
    retry: outbox.retry,
    discard: async (id) => {
      previews.forget(id);
      await outbox.discard(id);
    },
    redirect: async (id, destinationId) => {
      const draft = draftOf(itemOf(id));
      if (!draft) return undefined;
      const next = parts.newId();
      // The new one first: a file that both name is kept.
      if ((await saveDraft(next, { ...draft, destinationId })) !== 'taken') return undefined;
      await outbox.discard(id);
      return next;
    },
    openSent: (id) => {
      const phase = itemOf(id)?.phase;
      const link = phase?.at === 'sent' ? phase.permalink : undefined;
      if (link !== undefined && /^https?:\/\//iu.test(link)) parts.openAddress(link);
    },
    similar: async (draft) => {
      const destination = wanted(draft);
      if (!destination || !draft.about) return [];
      return looking.look(destination, { about: draft.about, text: draft.text });
    },
    plusOne: looking.plusOne,
    openSimilar: looking.open,
    ...posting,
    onChange: (listener) => listeners.add(listener),
    tell,
    dispose: () => {
      outbox.dispose();
      listeners.clear();
    },
  };
}

/** Makes files of the texts that are sent as such. Rejects when the disk is full. */
async function kept(
  outbox: Outbox,
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
  outbox: Outbox,
  { name, mediaType, text }: Extract<PlannedFile, Readonly<{ text: string }>>,
): Promise<Attachment> {
  return outbox.attach(new TextEncoder().encode(text), { name, mediaType });
}

/** What everybody can read is said to be so, whatever the document says. */
function asReadBy(plan: DestinationPlan, bound: Binding): DestinationPlan {
  return plan.via === 'github'
    ? { ...plan, public: plan.public || bound['public'] === 'yes' }
    : plan;
}

function stagingView({ id, name }: Staging, builds: Builds) {
  const newest = builds.newest().get(id);
  return { id, name, ...(newest === undefined ? {} : { newest }) };
}
