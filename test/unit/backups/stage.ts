/** The backups feature on a fake clock, with a keyring and sources that a test can change. */
import type { Backups, BackupsDeps } from '../../../main/features/backups/index.ts';
import { createBackups } from '../../../main/features/backups/index.ts';
import { SecretsError } from '../../../main/platform/secrets/types.ts';
import { newsStanding } from '../../../shared/backups/notices.ts';
import type { Standing } from '../../../shared/standing.ts';
import type { ReadSource, TargetReading } from '../../../shared/backups/reading.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import type { BackupsPlan } from '../../../shared/coop/backups.ts';
import { BackupsSchema } from '../../../shared/coop/backups.ts';
import { fakeClock } from '../clock.ts';
import { entry } from '../../fixtures/entry.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** 10:00 in Toronto. */
export const morningUtcMs = Date.UTC(2026, 10, 24, 15);

export function planOf(...sources: readonly object[]): BackupsPlan {
  const whole = sources.map((one, at) => ({
    id: `s${at}`,
    name: `Source ${at}`,
    kind: 'coop-backups',
    url: `https://backups.example/${at}.json`,
    ...one,
  }));
  return entry(BackupsSchema, { sources: whole });
}

export function reads(...targets: readonly TargetReading[]): ReadSource {
  return { ok: true, targets, problems: [] };
}

export function good(atUtcMs: number): TargetReading {
  const schedule = { cron: '0 3 * * *', timeZone: 'America/Toronto', graceS: 3600 };
  return { id: 'files', name: 'Files', schedule, lastSuccessUtcMs: atUtcMs };
}

export const badRun: TargetReading = {
  id: 'files',
  name: 'Files',
  lastAttempt: { atUtcMs: morningUtcMs - hourMs, ok: false },
};

/** A source that no member has been shown. */
export const nowhere = { address: '', kind: '', auth: '' };

/** As the window does: bound to the source that it shows. */
export function typeSecret({ state, setSecret }: Backups, sourceId: string, secret: string) {
  const shown = state().sources.find(({ id }) => id === sourceId)?.way;
  return setSecret(sourceId, secret, shown ?? nowhere);
}

export function start(options: Readonly<{ text?: string; startUtcMs?: number }> = {}) {
  const clock = fakeClock(options.startUtcMs ?? morningUtcMs);
  const keyring = new Map<string, string>();
  const world = {
    answer: reads(good(morningUtcMs - 2 * hourMs)),
    connectivity: 'online' as ConnectivityState,
    hushed: false,
    text: options.text,
    asked: [] as [string, string | undefined][],
    onRead: () => {},
    shown: [] as string[],
    /** Of the newest. */
    standing: undefined as Standing | undefined,
    changes: 0,
    keyring: keyring as Map<string, string> | undefined,
  };
  const ring = () => {
    if (!world.keyring) throw new SecretsError('locked');
    return world.keyring;
  };
  const parts: BackupsDeps = {
    clock,
    read: async ({ id }, secret) => {
      world.asked.push([id, secret]);
      world.onRead();
      return world.answer;
    },
    store: {
      load: async () => world.text,
      save: async (text) => {
        world.text = text;
      },
    },
    secrets: {
      get: async (account) => ring().get(account),
      set: async (account, secret) => void ring().set(account, secret),
      delete: async (account) => void ring().delete(account),
    },
    random: () => 0.5,
    connectivity: {
      current: () => ({ state: world.connectivity }),
      confirm: async () => world.connectivity,
    },
    timeZone: () => 'America/Toronto',
    isQuiet: () => world.hushed,
    show: (news, known) => {
      world.shown.push(news.map(({ topic, name }) => `${topic} ${name}`).join(', '));
      world.standing = newsStanding(news, known);
    },
  };
  const backups = createBackups(parts);
  backups.onChange(() => {
    world.changes += 1;
  });
  return { backups, clock, world };
}
