/** Announcements, which are read once somebody has an account and the document names a room. */
import type { Reported } from '../../../shared/triage/reported.ts';
import type { ComposedNews } from './create.ts';
import { lazily } from '../lazy.ts';

export type LazyNews = Readonly<{
  get: () => Promise<ComposedNews>;
  /** The room that the document names now. */
  setRoom: (room: string | undefined) => void;
  /** Somebody has an account: begins, where there is something to read. */
  begin: () => void;
  unread: () => number;
  reported: () => ReadonlyMap<string, Reported>;
  sleep: () => void;
  wake: () => void;
  dispose: () => void;
}>;

const nothing: ReadonlyMap<string, Reported> = new Map();

export function createLazyNews(
  compose: (room: string | undefined) => Promise<ComposedNews>,
): LazyNews {
  let room: string | undefined;
  let wanted = false;
  const lazy = lazily({
    make: () => compose(room),
    begin: (composed) => composed.announcements.setRoom(room),
    end: (composed) => composed.dispose(),
  });
  const begin = () => {
    wanted = true;
    if (room !== undefined && !lazy.now()) void lazy.get().catch(() => undefined);
  };
  return {
    get: lazy.get,
    setRoom: (next) => {
      room = next;
      lazy.now()?.announcements.setRoom(next);
      if (wanted) begin();
    },
    begin,
    unread: () => lazy.now()?.announcements.state().unread ?? 0,
    reported: () => lazy.now()?.announcements.reported() ?? nothing,
    sleep: () => lazy.now()?.announcements.suspend(),
    wake: () => lazy.now()?.announcements.ask(),
    dispose: lazy.dispose,
  };
}
