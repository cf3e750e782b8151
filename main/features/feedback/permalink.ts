import { urlPart } from '../../../shared/net/url-part.ts';

/**
 * https://spec.matrix.org/latest/appendices/#matrixto-navigation. The ids of newer rooms name no server, so the link
 * routes via that of `userId`, who is in the room.
 */
export function permalinkOf(roomId: string, eventId: string, userId: string): string {
  const server = serverOf(roomId) ?? serverOf(userId);
  const via = server === undefined ? '' : `?via=${server}`;
  return `https://matrix.to/#/${urlPart(roomId)}/${urlPart(eventId)}${via}`;
}

function serverOf(id: string): string | undefined {
  return id.includes(':') ? id.slice(id.indexOf(':') + 1) : undefined;
}
