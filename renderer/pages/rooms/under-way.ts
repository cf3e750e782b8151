import type { RoomCopy } from '../../../shared/rooms/state.ts';

export function isUnderWay(at: RoomCopy['at']): boolean {
  return at === 'reading' || at === 'waiting' || at === 'writing';
}
