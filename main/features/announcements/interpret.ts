/** Interprets events of the announcement room: announcements, and reports about services, by those allowed to post. */
import {
  withAnnouncement,
  needsRight,
  rightOf,
} from '../../../shared/announcements/announcement.ts';
import type { Report } from '../../../shared/announcements/report.ts';
import { withReport } from '../../../shared/announcements/report.ts';
import type { Sign } from '../../../shared/feedback/outcome.ts';
import { editedBy } from '../../../shared/feedback/room-signs.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';

export type Interpreted = Readonly<{ signs: readonly Sign[]; reports: readonly Report[] }>;

export type PowerReader = Readonly<{
  userId: string;
  /** Called once per sender. Rejects if the server does not answer. */
  powerOf: (roomId: string, userId: string) => Promise<number>;
}>;

/** `levels`: the power levels in force at each event; `receivedAtUtcMs`: when it counts as received. */
export async function interpret(
  before: Interpreted,
  events: readonly RoomEvent[],
  levels: readonly unknown[],
  reader: PowerReader,
  receivedAtUtcMs: (event: RoomEvent) => number,
): Promise<Interpreted> {
  let { signs, reports } = before;
  const powers = new Map<string, number>();
  const powerOf = async ({ roomId, sender }: RoomEvent) => {
    const power = powers.get(sender) ?? (await reader.powerOf(roomId, sender));
    powers.set(sender, power);
    return power;
  };
  const edits = new Set(events.map(editedBy));
  for (const [index, event] of events.entries()) {
    const power = needsRight(event) ? await powerOf(event) : 0;
    const right = rightOf(power, levels[index], event.sender);
    // An edit that is itself among the events is judged as its own event.
    const now = right.now && !edits.has(event.eventId);
    signs = withAnnouncement(signs, event, reader.userId, { ...right, now });
    reports = withReport(reports, event, right.sent, receivedAtUtcMs(event));
  }
  return { signs, reports };
}
