/** How long a room keeps its messages, in words. Pure. */
import type { RoomView } from '../room-export/room-view.ts';
import { ageOf, fadingOf } from '../room-export/retention.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';

/** “Messages older than 3 months are removed every week; next on Sunday 03:00.” */
export function retentionSentence(
  t: Translate,
  times: Times,
  room: RoomView,
  nowUtcMs: number,
): string {
  const { keepDays, rhythm, nextPurgeUtcMs } = room;
  if (keepDays === undefined && rhythm === undefined) {
    return t(room.archived ? 'rooms.archived' : 'rooms.keeps');
  }
  const what =
    keepDays === undefined
      ? t('rooms.what.old')
      : t('rooms.what.older', { age: ageText(t, keepDays) });
  const often = rhythm ?? 'unknown';
  if (nextPurgeUtcMs === undefined) return t('rooms.removed', { what, often });
  return t('rooms.removed.next', { what, often, when: times.soon(nextPurgeUtcMs, nowUtcMs) });
}

/** Which messages are gone and which go next, by date; undefined if the document does not say. */
export function fadingSentence(t: Translate, times: Times, room: RoomView): string | undefined {
  const { goneBeforeUtcMs: gone, goesBeforeUtcMs: goes } = fadingOf(room);
  if (goes === undefined) return undefined;
  if (gone === undefined) return t('rooms.goes', { goes: times.date(goes) });
  return t('rooms.gone', { gone: times.date(gone), goes: times.date(goes) });
}

function ageText(t: Translate, keepDays: number): string {
  const { count, unit } = ageOf(keepDays);
  return t('rooms.age', { count, unit });
}
