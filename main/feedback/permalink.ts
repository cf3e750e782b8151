/** https://spec.matrix.org/latest/appendices/#matrixto-navigation */
import { urlPart } from '../../shared/url-part.ts';

export function permalinkOf(roomId: string, eventId: string): string {
  const via = roomId.includes(':') ? `?via=${roomId.slice(roomId.indexOf(':') + 1)}` : '';
  return `https://matrix.to/#/${urlPart(roomId)}/${urlPart(eventId)}${via}`;
}
