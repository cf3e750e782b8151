/** The interface of a feature's `feature.ts`, its only entry point; `mount.ts` handles the lifecycle. */
import type { CoopDocument } from '../../shared/coop/parse.ts';
import type { CallHandlers, CallName } from '../../shared/ipc.ts';
import type { Annotations, ServiceView } from '../../shared/status/view.ts';

/** The handlers of all calls whose names begin with `Prefix` and a dot. */
export type FeatureCalls<Prefix extends string> = Pick<
  CallHandlers,
  Extract<CallName, `${Prefix}.${string}`>
>;

/** Hooks of a loaded feature. */
export type Hooks = Readonly<{
  annotate?: (view: ServiceView) => Annotations;
  /** The machine is about to sleep. */
  suspend?: () => void;
  /** The machine woke up and its connectivity is known, or the network is back. */
  resume?: () => void;
  /** Work to finish before the app quits; undefined if there is none. */
  leave?: () => Promise<void> | undefined;
}>;

/** A feature whose code is loaded. */
export type Running<Section, Api> = Hooks &
  Readonly<{
    api: Api;
    /** Called after loading if there is a document, and whenever the section changes. */
    setSection: (section: Section) => void;
    dispose: () => void;
  }>;

/** How a `feature.ts` accesses its own feature, loaded or not. */
export type Use<Section, Api> = Readonly<{
  /** Loads the code if necessary; retries after a failed load. */
  api: () => Promise<Api>;
  /** Undefined until the code is loaded. */
  loaded: () => Api | undefined;
  /** Undefined until there is a document. */
  section: () => Section | undefined;
}>;

export type Feature<Prefix extends string, Section, Api> = Readonly<{
  /** Its part of the document, compared as JSON. */
  section: (document: CoopDocument) => Section;
  /** Imports and starts the code; the section is undefined until there is a document. */
  load: (section: Section | undefined) => Promise<Running<Section, Api>>;
  /** Whether to load now. If absent, only a call or `leftovers` loads the feature. */
  activatesOn?: (now: Readonly<{ section: Section; hasSignedIn: boolean }>) => boolean;
  /** Loads the feature if an earlier run left work to continue; `delayMs` keeps startup fast. */
  leftovers?: Readonly<{ exist: () => boolean; delayMs: number }>;
  /** Its IPC calls; the prefix differs from the folder's name where the IPC schema says so. */
  calls: (use: Use<Section, Api>) => FeatureCalls<Prefix>;
}>;
