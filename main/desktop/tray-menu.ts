/** The tray's menu, which carries every action: on Linux a click may do nothing else. */
import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { TrayActions, TrayModel } from './tray-model.ts';

type Items = MenuItemConstructorOptions[];
const separator = { type: 'separator' as const };

export function menuOf(model: TrayModel, actions: TrayActions): Menu {
  const { services, labels, canCheck } = model;
  const news: Items = [
    ...services.map((one) => ({ label: one.label, submenu: serviceItems(one, labels, actions) })),
    ...(labels.backups === undefined
      ? []
      : [{ label: labels.backups, click: actions.openBackups }]),
  ];
  return Menu.buildFromTemplate([
    { label: model.sentence, click: actions.open },
    separator,
    ...news,
    ...(news.length > 0 ? [separator] : []),
    { label: labels.open, click: actions.open },
    ...(labels.unread === undefined ? [] : [{ label: labels.unread, click: actions.openUnread }]),
    ...(labels.emergency === undefined
      ? []
      : [{ label: labels.emergency, click: actions.openEmergency }]),
    ...(labels.calls === undefined ? [] : [{ label: labels.calls, click: actions.openCalls }]),
    ...(labels.feedback === undefined
      ? []
      : [{ label: labels.feedback, click: actions.giveFeedback }]),
    { label: labels.checkNow, enabled: canCheck, click: actions.checkNow },
    { label: labels.pause, submenu: pauseItems(model, actions) },
    separator,
    { label: labels.quit, click: actions.quit },
  ]);
}

/** What to use meanwhile comes first: it is why most people open this menu. */
function serviceItems(
  { id, muted, offers }: TrayModel['services'][number],
  labels: TrayModel['labels'],
  actions: TrayActions,
): Items {
  const openService = () => actions.openService(id);
  const snooze = labels.snoozeFor.map(({ label, length }) => ({
    label,
    click: () => actions.snooze(id, length),
  }));
  return [
    ...offers.map(({ label, link }) => ({
      label,
      click: link ? () => actions.openLink(link) : openService,
    })),
    { label: labels.openService, click: openService },
    separator,
    ...(muted ? [{ label: labels.unsnooze, click: () => actions.unsnooze(id) }] : snooze),
  ];
}

function pauseItems({ labels, isPaused }: TrayModel, actions: TrayActions): Items {
  if (isPaused) return [{ label: labels.resume, click: actions.resume }];
  return labels.pauseFor.map(({ label, length }) => ({
    label,
    click: () => actions.pause(length),
  }));
}
