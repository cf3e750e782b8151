import type { RoomCopy } from '../../../shared/room-export/state.ts';

export function isUnderWay(at: RoomCopy['at']): boolean {
  return at === 'reading' || at === 'waiting' || at === 'writing';
}
