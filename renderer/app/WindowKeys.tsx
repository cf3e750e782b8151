import type { ReactNode } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NavigationStep } from '../../shared/navigation.ts';
import type { Pressed } from '../../shared/keyboard/keys.ts';
import { pressedAction } from '../../shared/keyboard/keys.ts';
import type { RailPage } from '../../shared/pages.ts';
import type { Route } from '../../shared/route.ts';
import { KeyList } from '../components/KeyList.tsx';
// Not loaded late: the letters after the key would be lost.
import { QuickOpen } from '../components/quick-open/QuickOpen.tsx';
import { isDialogOpen } from './dialog-open.ts';
import { call, on } from './bridge.ts';
import { KeysContext, createKeyRegistry, isEditing, onMac, pressOf } from './keys.ts';

type Props = Readonly<{
  /** Those of the rail, in its order. */
  pages: readonly RailPage[];
  route: Route;
  step: (step: NavigationStep) => void;
  children: ReactNode;
}>;

/** Answers the window's keys, those apart that main catches (`main/desktop/window-keys.ts`). */
export function WindowKeys({ pages, route, step, children }: Props) {
  const [registry] = useState(createKeyRegistry);
  const [isListed, setListed] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const go = useCallback((to: Route) => step({ do: 'go', route: to }), [step]);
  const mayFind = pages.length > 0;
  /** Undefined where a key does nothing. */
  const find = ({ action, at }: Pressed): (() => void) | undefined => {
    const page = pages[at];
    if (action === 'page') return page && (() => step({ do: 'go', route: { page } }));
    if (action === 'settings' && pages.includes('settings')) return () => go({ page: 'settings' });
    if (action === 'back' || action === 'forward') return () => step({ do: action });
    if (action === 'quickOpen') return mayFind ? () => setFinding(true) : undefined;
    if (action === 'list') return () => setListed(true);
    if (action === 'check') return () => checkNow(route);
    return registry.find(action);
  };
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const pressed = pressedIn(event);
      const run = pressed && latest.current(pressed);
      if (!run) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  useEffect(
    () =>
      on('show', (to) => {
        if (to.page === 'links' && to.find) setFinding(true);
      }),
    [],
  );
  return (
    <KeysContext value={registry}>
      {children}
      {isFinding && mayFind && (
        <QuickOpen pages={pages} go={go} onClose={() => setFinding(false)} />
      )}
      {isListed && <KeyList onClose={() => setListed(false)} />}
    </KeysContext>
  );
}

/** What the page is about; on the others, the services. */
function checkNow(route: Route): void {
  if (route.page === 'backups') void call('backups.readNow', {});
  else {
    const serviceId = route.page === 'status' ? route.serviceId : undefined;
    void call('status.checkNow', { serviceId });
  }
}

function pressedIn(event: KeyboardEvent): Pressed | undefined {
  if (event.defaultPrevented || isDialogOpen()) return undefined;
  const press = pressOf(event);
  if (!press || (press.held.length === 0 && isEditing(event.target))) return undefined;
  return pressedAction(press, onMac);
}
