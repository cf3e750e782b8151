/** What can be tested: the servers of the document, and rooms that the member has added. */
import type { EchoInstance } from '../../../shared/coop/echo-instance.ts';
import type { InstanceView } from '../../../shared/echo/state.ts';
import type { OwnRoom } from './settings.ts';

export type Instance = EchoInstance & Readonly<{ own: boolean }>;

/** A member's own room is named by its host, the only part of the address that may be shown. */
export function allInstances(
  named: readonly EchoInstance[],
  rooms: readonly OwnRoom[],
): readonly Instance[] {
  return [
    ...named
      .filter(({ id }) => rooms.every((one) => one.id !== id))
      .map((one) => ({ ...one, own: false })),
    ...rooms.map(({ id, address, finalAddress }) => ({
      id,
      name: new URL(finalAddress).host.slice(0, 80),
      room: address,
      own: true,
    })),
  ];
}

export function instanceView({ id, name, room, api, service, own }: Instance): InstanceView {
  return {
    id,
    name,
    host: new URL(room ?? api ?? '').host,
    ...(service === undefined ? {} : { serviceId: service }),
    hasRoom: room !== undefined,
    ...(api === undefined ? {} : { api }),
    own,
  };
}
