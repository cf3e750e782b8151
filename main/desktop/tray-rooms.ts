/** Tray items that join a call in one click. */
import type { RoomView } from '../../shared/coop/room-view.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type { TrayItem } from './tray-command.ts';

/** The rest are in the window. */
const menuLimit = 5;

/** A submenu with the rooms that have a page; a single one is an item. */
export function roomItems(t: Translate, { coop, services }: Snapshot): readonly TrayItem[] {
  const rooms = (coop?.rooms ?? []).filter(({ host }) => host !== undefined);
  const [only, second] = rooms;
  if (!only) return [];
  if (!second) return [roomItem(t, t('callRooms.joinName', { name: only.name }), only, services)];
  const all: TrayItem = {
    label: t('callRooms.menu.all'),
    command: { do: 'show', route: { page: 'calls' } },
  };
  return [
    {
      label: t('callRooms.menu'),
      items: [
        ...rooms.slice(0, menuLimit).map((one) => roomItem(t, one.name, one, services)),
        ...(rooms.length > menuLimit ? ['separator' as const, all] : []),
      ],
    },
  ];
}

/** It can be chosen even if its server is down: a member may know better. */
function roomItem(
  t: Translate,
  label: string,
  { id, serviceId }: RoomView,
  services: readonly ServiceView[],
): TrayItem {
  const verdict = services.find((one) => one.id === serviceId)?.verdict;
  const isAway = verdict === 'down' || verdict === 'maintenance';
  return {
    label: isAway ? t('callRooms.menu.state', { label, verdict: t(`verdict.${verdict}`) }) : label,
    command: { do: 'openLink', link: { roomId: id, which: 'page' } },
  };
}
