/** Whether the app starts when the member logs in, as the desktop has it. */
import { useEffect, useState } from 'react';
import type { Autostart } from '../../../shared/autostart/state.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { call } from '../../app/bridge.ts';

/** Undefined until the desktop has said it, or if main could not ask. */
export function useAutostart(): readonly [
  Autostart | undefined,
  (on: boolean) => Promise<Autostart | undefined>,
] {
  const [known, setKnown] = useState<Autostart>();
  useEffect(() => {
    // Members change it in their desktop's own settings, too.
    const ask = () => void call('window.autostart', undefined).then(setKnown, () => undefined);
    ask();
    addEventListener('focus', ask);
    return () => removeEventListener('focus', ask);
  }, []);
  const set = async (on: boolean) => {
    const now = await call('window.setAutostart', { on }).catch(() => undefined);
    if (now) setKnown(now);
    return now;
  };
  return [known, set];
}

/** Why a change could not be made; undefined if it was. */
export function faultText(t: Translate, { fault, path = '' }: Autostart): string | undefined {
  return fault && t(`autostart.fault.${fault}`, { path });
}
