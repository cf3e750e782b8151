/** What the member sees of updates. */
import { defined } from '../../../shared/defined.ts';
import type { UpdateNote, UpdatesState } from '../../../shared/updates/ipc.ts';
import type { Manifest, UpdateFile } from '../../../shared/updates/manifest.ts';
import { isReadBy, isTooOld, overdueDays } from '../../../shared/updates/offer.ts';
import { commandOf, shownPlace } from '../../../shared/updates/place.ts';
import { isBeta } from '../../../shared/updates/version.ts';
import type { createChecks } from './checks.ts';
import type { UpdatesDeps } from './deps.ts';
import type { Memory } from './memory.ts';
import type { createTransfer } from './transfer.ts';

type Shown = Readonly<{
  deps: UpdatesDeps;
  memory: Memory;
  checks: ReturnType<typeof createChecks>;
  transfer: ReturnType<typeof createTransfer>;
  offer: Manifest | undefined;
}>;

/** The one thing about updates that concerns the member now. */
export function noteOf({ deps, memory, transfer, offer }: Shown): UpdateNote | undefined {
  const { clock, running } = deps;
  const step = transfer.state();
  const { known, channel, isOn, goodAtUtcMs, sinceUtcMs } = memory.current();
  const nowUtcMs = clock.nowUtcMs();
  if (step?.at === 'installed') return undefined;
  if (offer && step?.at === 'ready') return { is: 'ready', version: offer.version };
  if (isTooOld(known, { channel, running, nowUtcMs })) return { is: 'too-old' };
  if (offer) return { is: 'offered', version: offer.version };
  const days = isOn ? overdueDays({ goodUtcMs: goodAtUtcMs, sinceUtcMs }, nowUtcMs) : undefined;
  return days === undefined ? undefined : { is: 'overdue', days };
}

export function stateOf({
  deps,
  memory,
  checks,
  transfer,
  offer,
  file,
}: Shown & Readonly<{ file: UpdateFile | undefined }>): UpdatesState {
  const { place, running, clock, locale } = deps;
  const { isOn, channel, goodAtUtcMs, goodIn, sinceUtcMs, known } = memory.current();
  const nowUtcMs = clock.nowUtcMs();
  return {
    isSetUp: true,
    isOn,
    channel,
    isBeta: isBeta(running),
    place: shownPlace(place),
    isChecking: checks.isChecking(),
    isGoodForChannel: isReadBy(goodIn, channel),
    isTooOld: isTooOld(known, { channel, running, nowUtcMs }),
    ...defined({
      goodAtUtcMs,
      problem: checks.problem(),
      overdueDays: isOn ? overdueDays({ goodUtcMs: goodAtUtcMs, sinceUtcMs }, nowUtcMs) : undefined,
      offer: offer && {
        version: offer.version,
        issuedUtcMs: Date.parse(offer.issued),
        notes: offer.notes[locale],
        ...defined({
          sizeBytes: file?.sizeBytes,
          fileName: file?.name,
          command: commandOf(place, file?.name),
        }),
      },
      transfer: transfer.state(),
    }),
  };
}
