/** https://spec.matrix.org/latest/appendices/#matrixto-navigation */
export function permalinkOf(roomId: string, eventId: string): string {
  const via = roomId.includes(':') ? `?via=${roomId.slice(roomId.indexOf(':') + 1)}` : '';
  return `https://matrix.to/#/${encodeURIComponent(roomId)}/${encodeURIComponent(eventId)}${via}`;
}
