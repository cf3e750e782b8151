/** What becomes of a later start of the app, and of links into it. */
import * as v from 'valibot';
import { coopKey, sourceLimit } from '../shared/coop/source.ts';
import { defined } from '../shared/defined.ts';
import { linkLimitBytes } from '../shared/deep-link/parse.ts';
import { lastingSource } from './core/directory/read.ts';
import type { Core } from './core/index.ts';
import { createDeepLinks } from './desktop/deep-links.ts';
import type { Desktop } from './desktop/index.ts';
import type { Flags } from './flags.ts';
import type { Clock } from './platform/clock.ts';

/** Arguments of a second start, and its working directory. */
export type OpenRequest = Partial<Omit<Flags, 'show'>> & Readonly<{ folder?: string }>;

const unread = undefined;
const HandedOver = v.object({
  coop: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(sourceLimit))), unread),
  hidden: v.fallback(v.optional(v.boolean()), unread),
  link: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(linkLimitBytes))), unread),
});

/** What a second start hands over. It may be of another version, or no start of ours: what does not fit is left out. */
export function handedOverIn(data: unknown): OpenRequest {
  const read = v.safeParse(HandedOver, data);
  return read.success ? defined(read.output) : {};
}

type Deps = Readonly<{
  core: Pick<Core, 'directory'>;
  desktop: Pick<Desktop, 'navigator' | 'window'>;
  /** Until the state of the previous run is loaded, the member's co-op is unknown. */
  restored: Promise<void>;
  clock: Clock;
}>;

export function createOpenAgain({ core, desktop, restored, clock }: Deps) {
  const { navigator, window } = desktop;
  const source = () => core.directory.current()?.source;
  const follow = createDeepLinks({ clock, source, goTo: navigator.goTo, show: window.show });
  const openLink = async (link: string) => {
    await restored.catch(() => undefined);
    follow(link);
  };
  return (request: OpenRequest): void => {
    const { coop, folder, hidden, link } = request;
    if (link !== undefined) return void openLink(link);
    const wanted = coop === undefined ? undefined : lastingSource(coop, folder);
    const known = source();
    if (wanted !== undefined && (known === undefined || coopKey(wanted) !== coopKey(known))) {
      // Another program may have started the app, so the member decides whether to move.
      navigator.goTo(
        known === undefined
          ? { page: 'join', source: wanted }
          : { page: 'settings', moveTo: wanted },
      );
    } else if (!hidden) window.show();
  };
}
