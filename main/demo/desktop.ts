/** The desktop in the demo: each notification says what it is, and no link leaves the app. */
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Desktop } from '../desktop/index.ts';

export function fitForDemo(t: Translate, desktop: Desktop): Desktop {
  const { show } = desktop.notifications;
  const notifications: Desktop['notifications'] = {
    ...desktop.notifications,
    show: (text, options) =>
      show({ ...text, title: t('demo.marked', { text: text.title }) }, options),
  };
  const openAddress = (address: string) =>
    void notifications.show(
      {
        title: t('demo.link.title'),
        body: t('demo.link.body', { address }),
        urgent: false,
      },
      { onClick: desktop.window.show },
    );
  const refuse = async () => {
    throw new Error('The demo has no network.');
  };
  return {
    ...desktop,
    notifications,
    services: {
      ...desktop.services,
      openAddress,
      openExternal: async (address) => openAddress(address),
      accountFetch: refuse,
      roomPages: refuse,
      autostart: refuse,
    },
  };
}
