/**
 * Where an item was sent, parsed from its permalink, so that a document that names another room later does not matter.
 * Pure.
 */
import * as v from 'valibot';

const PlaceSchema = v.variant('via', [
  v.object({ via: v.literal('matrix'), roomId: v.string(), eventId: v.string() }),
  v.object({
    via: v.literal('github'),
    owner: v.string(),
    repo: v.string(),
    issueNumber: v.number(),
    /** The API it was sent through, if known. */
    server: v.optional(v.string()),
  }),
]);
export type Place = Readonly<v.InferOutput<typeof PlaceSchema>>;
export type RoomPlace = Extract<Place, { via: 'matrix' }>;
export type IssuePlace = Extract<Place, { via: 'github' }>;

const room = /^https:\/\/matrix\.to\/#\/([^/?]+)\/([^/?]+)/;
const issue = /^https?:\/\/[^/?#]+\/([\w.-]+)\/([\w.-]+)\/issues\/(\d{1,10})(?:[?#]|$)/;

export function placeOf(permalink: string | undefined): Place | undefined {
  if (permalink === undefined) return undefined;
  const [, roomId, eventId] = room.exec(permalink)?.map(decoded) ?? [];
  if (roomId?.startsWith('!') && eventId?.startsWith('$')) {
    return { via: 'matrix', roomId, eventId };
  }
  const [, owner, repo, number] = issue.exec(permalink) ?? [];
  return owner === undefined || repo === undefined
    ? undefined
    : { via: 'github', owner, repo, issueNumber: Number(number) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
