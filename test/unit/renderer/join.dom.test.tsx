/** The first page in a DOM: behind a proxy that wants a login. */
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { JoinPage } from '../../../renderer/components/join/JoinPage.tsx';
import type { ProxyState } from '../../../shared/proxy/ipc.ts';
import { show } from './dom.tsx';
import { fakeBridge } from './fake-bridge.ts';

const proxy = 'p.example:3128';
const calm: ProxyState = { setting: { use: 'automatic' }, inUse: [], hasLogin: false };

test('the login is asked for here, and stays while it is tried', async () => {
  const bridge = fakeBridge({
    'proxy.get': () => calm,
    'proxy.login': () => true,
    'status.checkNow': () => undefined,
  });
  const page = (proxyWants?: string) => <JoinPage awaited={undefined} proxyWants={proxyWants} />;
  const { rerender } = await act(async () => show(page()));
  expect(screen.queryByRole('button', { name: 'Test connection' })).toBeNull();

  await act(async () => rerender(page(proxy)));
  await bridge.send('proxy', { ...calm, wanted: { proxy, wasRefused: false } });
  const name = () => screen.getByLabelText<HTMLInputElement>('Name for the proxy');
  await act(async () => void fireEvent.change(name(), { target: { value: 'ada' } }));
  await act(async () => screen.getByRole('button', { name: 'Sign in to the proxy' }).click());
  await act(async () => rerender(page()));
  await bridge.send('proxy', { ...calm, hasLogin: true });
  expect(screen.getByText(/Coop Tray signs in to the proxy/)).toBeDefined();

  await act(async () => rerender(page(proxy)));
  await bridge.send('proxy', { ...calm, wanted: { proxy, wasRefused: true } });
  expect(name().value).toBe('ada');
  expect(screen.getByText(/didn’t accept that name and password/)).toBeDefined();
});
