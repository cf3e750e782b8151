/** What each feature's `feature.ts`, its only face, tells the app; `mount.ts` does the rest. */
import type { CoopDocument } from '../../shared/coop/parse.ts';
import type { CallHandlers, CallName } from '../../shared/ipc.ts';
import type { Annotations, ServiceView } from '../../shared/status/view.ts';

/** The handlers of all calls whose names begin with `Prefix` and a dot. */
export type FeatureCalls<Prefix extends string> = Pick<
  CallHandlers,
  Extract<CallName, `${Prefix}.${string}`>
>;

/** What a feature whose code is loaded takes part in. */
export type Hooks = Readonly<{
  annotate?: (view: ServiceView) => Annotations;
  /** The machine is about to sleep. */
  suspend?: () => void;
  /** The machine has woken and knows whether it is online, or the network answers again. */
  resume?: () => void;
  /** Work to finish before the app ends; undefined if there is none. */
  leave?: () => Promise<void> | undefined;
}>;

/** A feature whose code is loaded. */
export type Running<Section, Api> = Hooks &
  Readonly<{
    api: Api;
    /** Called once after loading, unless no document is known, and whenever the section differs. */
    setSection: (section: Section) => void;
    dispose: () => void;
  }>;

/** What a face may use of its own feature, without loading it or after. */
export type Use<Section, Api> = Readonly<{
  /** Loads the code if necessary; a load that failed is tried again. */
  api: () => Promise<Api>;
  /** Undefined until the code is loaded. */
  loaded: () => Api | undefined;
  /** Undefined until a document is known. */
  section: () => Section | undefined;
}>;

export type Feature<Prefix extends string, Section, Api> = Readonly<{
  /** Its part of the document, compared as JSON. */
  section: (document: CoopDocument) => Section;
  /** import()s the code and starts it with the section as far as known. */
  load: (section: Section | undefined) => Promise<Running<Section, Api>>;
  /** Whether to load without being called; without it, only a call or `leftovers` loads it. */
  activatesOn?: (now: Readonly<{ section: Section; hasSignedIn: boolean }>) => boolean;
  /** Loads at the start if an earlier run left something to continue, `delayMs` later to keep the start quick. */
  leftovers?: Readonly<{ exist: () => boolean; delayMs: number }>;
  /** Its calls; the prefix differs from the folder's name where the IPC schema says so. */
  calls: (use: Use<Section, Api>) => FeatureCalls<Prefix>;
}>;
