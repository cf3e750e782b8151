/** The network settings in a DOM: what is in use, a choice, a login, a test. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { NetworkSettings } from '../../../renderer/components/network/NetworkSettings.tsx';
import { reason } from '../../../shared/observation/observation.ts';
import type { ProxyState, ProxyTest } from '../../../shared/proxy/ipc.ts';
import { show } from './dom.tsx';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const calm: ProxyState = { setting: { use: 'automatic' }, inUse: [], hasLogin: false };
const wanted = { proxy: 'p.example:3128', wasRefused: false };

let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({
    'proxy.set': () => undefined,
    'proxy.login': () => true,
    'proxy.forget': () => true,
    'status.checkNow': () => undefined,
  });
});

async function open(state: ProxyState | 'fails', takesFocus = false): Promise<void> {
  bridge.answer({
    'proxy.get': () => (state === 'fails' ? Promise.reject(new Error('main')) : state),
  });
  await act(async () => show(<NetworkSettings takesFocus={takesFocus} />));
}
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));

test.each<[ProxyState['inUse'], string]>([
  [[], 'Unknown until Coop Tray has connected to something'],
  [[{ from: 'system', way: 'direct' }], 'Directly, without a proxy'],
  [
    [{ from: 'system', way: 'p.example:1' }],
    'Through the proxy p.example:1, from your system’s settings',
  ],
  [
    [{ from: 'environment', variable: 'https_proxy', way: 'p.example:1' }],
    'Through the proxy p.example:1, from the variable https_proxy',
  ],
  [[{ from: 'setting', way: 'p.example:1' }], 'Through the proxy p.example:1, as set here'],
  [
    [{ from: 'environment', variable: 'all_proxy' }],
    'Not at all: the proxy that is set can’t be used, and nothing goes around it',
  ],
])('%j is said as it is', async (inUse, sentence) => {
  await open({ ...calm, inUse });
  expect(screen.getByText(sentence)).toBeDefined();
});

test.each<[boolean, string | undefined]>([
  [true, 'Name for the proxy'],
  [false, undefined],
])('the login takes the focus only of those who came for it: %s', async (came, label) => {
  await open({ ...calm, wanted }, came);
  const field = label === undefined ? document.body : screen.getByLabelText(label);
  expect(document.activeElement).toBe(field);
});

test.each<[ProxyTest | 'breaks', RegExp]>([
  [
    { outcome: 'answered', host: 'w.example', proxy: 'p.example:1', ms: 41 },
    /w\.example answered through p\.example:1 in 41 ms/,
  ],
  [{ outcome: 'answered', host: 'w.example', ms: 41 }, /answered directly in 41 ms/],
  [
    {
      outcome: 'failed',
      host: 'w.example',
      reason: reason('proxy-refuses', { proxy: 'p.example:1' }),
    },
    /No answer from w\.example\. Your network’s proxy \(p\.example:1\) doesn’t let this through/,
  ],
  [{ outcome: 'nothing' }, /Add your co-op first/],
  ['breaks', /./],
])('a test that ends in %j has a verdict', async (result, sentence) => {
  await open(calm);
  bridge.answer({
    'proxy.test': () => (result === 'breaks' ? Promise.reject(new Error('main')) : result),
  });
  await press('Test connection');
  expect(
    screen
      .getAllByRole('status')
      .map((one) => one.textContent)
      .join(' '),
  ).toMatch(sentence);
});

test('no proxy is used at once, and everything is checked again', async () => {
  await open(calm);
  await act(async () => void fireEvent.click(screen.getByLabelText('No proxy')));
  expect(bridge.calls('proxy.set')).toEqual([{ setting: { use: 'none' } }]);
  expect(bridge.calls('status.checkNow')).toEqual([{}]);
});

test('an address is used once it is one', async () => {
  await open(calm);
  await act(async () => void fireEvent.click(screen.getByLabelText('This proxy:')));
  expect(bridge.calls('proxy.set')).toEqual([]);
  await type('Address of the proxy', 'socks4://p.example');
  await press('Use');
  expect(screen.getByText(/It can use http, https and socks5/)).toBeDefined();
  await type('Address of the proxy', 'socks5://p.example');
  await press('Use');
  expect(bridge.calls('proxy.set')).toEqual([
    { setting: { use: 'address', address: 'socks5://p.example' } },
  ]);
});

test('a login is sent once, and does not stay in its field', async () => {
  await open({ ...calm, wanted });
  expect(screen.getByText('The proxy p.example:3128 wants a name and password.')).toBeDefined();
  await type('Name for the proxy', ' ada ');
  await type('Password for the proxy', 'geheim');
  await press('Sign in to the proxy');
  expect(bridge.calls('proxy.login')).toEqual([
    { proxy: 'p.example:3128', user: 'ada', password: 'geheim' },
  ]);
  expect(screen.getByLabelText<HTMLInputElement>('Password for the proxy').value).toBe('');
  await bridge.send('proxy', { ...calm, hasLogin: true });
  expect(screen.queryByLabelText('Password for the proxy')).toBeNull();
  await press('Delete name and password');
  expect(bridge.calls('proxy.forget')).toEqual([undefined]);
});

test('a refused login is said, and without a keyring what becomes of one', async () => {
  bridge.answer({ 'proxy.login': () => false });
  await open({ ...calm, wanted: { ...wanted, wasRefused: true } });
  const alert = screen.getByText(/didn’t accept that name and password/);
  expect(alert.getAttribute('role')).toBe('alert');
  // Which proxy it is has been said.
  expect(screen.queryByText(/wants a name and password/)).toBeNull();
  await type('Name for the proxy', 'ada');
  await press('Sign in to the proxy');
  await bridge.send('proxy', { ...calm, hasLogin: true });
  expect(screen.getByText(/only until it quits/)).toBeDefined();
});

test('a refused name need not be typed again, and the password is next', async () => {
  await open({ ...calm, wanted });
  await type('Name for the proxy', 'ada');
  await type('Password for the proxy', 'wrong');
  await press('Sign in to the proxy');
  await bridge.send('proxy', { ...calm, hasLogin: true });
  await bridge.send('proxy', { ...calm, wanted: { ...wanted, wasRefused: true } });
  expect(screen.getByLabelText<HTMLInputElement>('Name for the proxy').value).toBe('ada');
  expect(document.activeElement).toBe(screen.getByLabelText('Password for the proxy'));
});

test.each([undefined, { proxy: 'other.example:3128', wasRefused: false }])(
  'what is being typed stays though the network changes: %j',
  async (next) => {
    await open({ ...calm, wanted });
    await type('Name for the proxy', 'ada');
    await bridge.send('proxy', { ...calm, ...(next ? { wanted: next } : {}) });
    expect(screen.getByLabelText<HTMLInputElement>('Name for the proxy').value).toBe('ada');
    bridge.answer({ 'proxy.login': () => undefined });
    await press('Sign in to the proxy');
    expect(bridge.calls('proxy.login')).toMatchObject([{ proxy: wanted.proxy }]);
    const said = () => screen.getAllByRole('alert').map((one) => one.textContent);
    expect(said().join('')).toMatch(/p\.example:3128 no longer asks/);
    // It does again.
    await bridge.send('proxy', { ...calm, wanted });
    expect(said().join('')).toBe('');
  },
);

test('a form always says which proxy it is for, though something else is said above it', async () => {
  await open({ ...calm, wanted });
  await type('Name for the proxy', 'ada');
  bridge.answer({ 'proxy.login': () => undefined });
  await press('Sign in to the proxy');
  await bridge.send('proxy', { ...calm, wanted: { proxy: 'b.example:8080', wasRefused: true } });
  expect(screen.getByText(/p\.example:3128 no longer asks/)).toBeDefined();
  expect(screen.getByText(/b\.example:8080 wants a name and password/)).toBeDefined();
});

test('a form that comes while the member does something else leaves the focus there', async () => {
  await open(calm, true);
  const button = screen.getByRole('button', { name: 'Test connection' });
  button.focus();
  await bridge.send('proxy', { ...calm, wanted });
  expect(screen.getByLabelText('Name for the proxy')).toBeDefined();
  expect(document.activeElement).toBe(button);
});

test('a login that went nowhere says so, and can be sent again', async () => {
  await open({ ...calm, wanted });
  await type('Name for the proxy', 'ada');
  await type('Password for the proxy', 'geheim');
  bridge.answer({ 'proxy.login': () => Promise.reject(new Error('main')) });
  await press('Sign in to the proxy');
  expect(screen.getAllByText('Something went wrong. Try again.')).toHaveLength(1);
  const password = screen.getByLabelText<HTMLInputElement>('Password for the proxy');
  expect(password.value).toBe('geheim');
});

test('who deletes what they typed is asked by the proxy that asks now', async () => {
  await open({ ...calm, wanted });
  await type('Name for the proxy', 'ada');
  await type('Name for the proxy', '');
  await bridge.send('proxy', { ...calm, wanted: { ...wanted, proxy: 'other.example:3128' } });
  expect(screen.getByText(/^The proxy other\.example:3128 wants/)).toBeDefined();
});

test.each<[string, () => boolean | Promise<boolean>, RegExp]>([
  ['keeps it', () => false, /Unlock the keyring/],
  ['fails', () => Promise.reject(new Error('main')), /^Something went wrong/],
])('a login that is to be deleted, and the keyring %s', async (_what, forget, sentence) => {
  await open({ ...calm, hasLogin: true });
  bridge.answer({ 'proxy.forget': forget });
  await press('Delete name and password');
  await bridge.send('proxy', calm);
  expect(screen.getByText(sentence)).toBeDefined();
  bridge.answer({ 'proxy.forget': () => true });
  await press('Delete name and password');
  expect(screen.queryByText(sentence)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Delete name and password' })).toBeNull();
});

test('what the keyring did not delete is no matter once another is kept', async () => {
  await open({ ...calm, hasLogin: true });
  bridge.answer({ 'proxy.forget': () => false });
  await press('Delete name and password');
  await bridge.send('proxy', calm);
  expect(screen.getByText(/Unlock the keyring/)).toBeDefined();
  await bridge.send('proxy', { ...calm, hasLogin: true });
  expect(screen.queryByText(/Unlock the keyring/)).toBeNull();
});

test('a choice that cannot be applied says so', async () => {
  await open(calm);
  bridge.answer({ 'proxy.set': () => Promise.reject(new Error('main')) });
  await act(async () => void fireEvent.click(screen.getByLabelText('No proxy')));
  expect(screen.getByText('Something went wrong. Try again.')).toBeDefined();
  await act(async () => void fireEvent.click(screen.getByLabelText('This proxy:')));
  await type('Address of the proxy', 'http://p.example:1');
  await press('Use');
  expect(screen.getByText('Something went wrong. Try again.')).toBeDefined();
});

test('an address longer than any is none', async () => {
  await open(calm);
  await act(async () => void fireEvent.click(screen.getByLabelText('This proxy:')));
  await type('Address of the proxy', `http://ada:${'x'.repeat(1000)}@p.example:1`);
  await press('Use');
  expect(screen.getByText(/It can use http, https and socks5/)).toBeDefined();
  expect(bridge.calls('proxy.set')).toEqual([]);
});

test('a proxy with another kind of login has no form', async () => {
  await open({ ...calm, wanted: { ...wanted, kinds: 'NTLM' } });
  const note = screen.getByRole('note');
  expect(within(note).getByText(/that Coop Tray doesn’t have \(NTLM\)/)).toBeDefined();
  expect(screen.queryByLabelText('Password for the proxy')).toBeNull();
});

test('settings that cannot be loaded can be loaded again', async () => {
  await open('fails');
  bridge.answer({ 'proxy.get': () => calm });
  await press('Try again');
  expect(screen.getByRole('button', { name: 'Test connection' })).toBeDefined();
});
