/** The co-op's rooms for the window and the tray, without URLs: those stay in the main process. Pure. */
import * as v from 'valibot';
import { defined } from '../defined.ts';
import type { CoopDocument } from './parse.ts';
import { roomKinds } from './rooms.ts';
import { hostOf } from './web.ts';

export const RoomViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(roomKinds),
  /** Of its page; absent if members can only call. The rest of the address may let anybody in, and says little. */
  host: v.optional(v.string()),
  /** Both exist in the document. */
  serviceId: v.optional(v.string()),
  instanceId: v.optional(v.string()),
  phone: v.optional(v.object({ number: v.string(), pin: v.optional(v.string()) })),
  /** Whether the co-op publishes who is in it. */
  hasPresence: v.optional(v.literal(true)),
});
export type RoomView = Readonly<v.InferOutput<typeof RoomViewSchema>>;

type Given = Pick<CoopDocument, 'rooms' | 'services' | 'echo'>;

/** Of two rooms with the same id, the first. */
export function viewRooms({ rooms = [], services, echo }: Given): RoomView[] {
  const serviceIds = new Set(services.map(({ service }) => service.id));
  const instanceIds = new Set(echo.map(({ id }) => id));
  const known = (id: string | undefined, ids: ReadonlySet<string>) =>
    id !== undefined && ids.has(id) ? id : undefined;
  return rooms
    .filter(({ id }, at) => rooms.findIndex((one) => one.id === id) === at)
    .map((room) => {
      return {
        id: room.id,
        name: room.name,
        kind: room.kind,
        ...defined({
          host: room.url === undefined ? undefined : hostOf(room.url),
          serviceId: known(room.service, serviceIds),
          instanceId: known(room.echo, instanceIds) ?? testOf(room.service, echo),
          phone: room.phone && { number: room.phone.number, ...defined({ pin: room.phone.pin }) },
          hasPresence: room.presence !== undefined || undefined,
        }),
      };
    });
}

/** The test of a service, for a room that names only that. */
function testOf(serviceId: string | undefined, echo: Given['echo']): string | undefined {
  return serviceId === undefined ? undefined : echo.find((one) => one.service === serviceId)?.id;
}
