/** The hidden page of a room, in the packaged app: what a hostile page can access, and what remains afterwards. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eventually } from '../desktop/wait.ts';
import type { Bbb, Mischief } from '../servers/bbb/index.ts';
import { startBbb } from '../servers/bbb/index.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

type State = Readonly<{
  instances: readonly Readonly<{ id: string; host: string }>[];
  run?: object;
  results: readonly Readonly<{ failure?: Readonly<{ code: string }> }>[];
}>;

let bbb: Bbb;
let scene: Scene;
let window: AppWindow;
let instanceId: string;
beforeAll(async () => {
  bbb = await startBbb({ knobs: { page: { mischiefAfterMs: 1000 } } });
  scene = await setScene({ args: ['--show'] });
  window = await scene.window();
  await window.page.getByRole('heading', { level: 1 }).waitFor();
  await window.ask('echo.addRoom', { address: bbb.roomUrl });
  const { host } = new URL(bbb.roomUrl);
  const { instances } = await state();
  instanceId = instances.find((one) => one.host === host)?.id ?? 'none';
});
afterAll(async () => {
  await scene.stop();
  await bbb.stop();
});
afterEach(async () => {
  await window.ask('echo.stop');
  await over();
});

const state = async () => (await window.ask('echo.get')) as State;
const over = () => eventually('the end of the test', async () => !(await state()).run || undefined);

/** Starts a test and waits until its page has joined. */
async function joinWith(mischief: Mischief | undefined): Promise<void> {
  const before = bbb.ledger.count('joined');
  bbb.turn({ page: { mischief } });
  await window.ask('echo.start', { instanceIds: [instanceId], withSecret: false });
  await eventually('the page to join', () => bbb.ledger.count('joined') > before || undefined);
}

/** The room's traces: windows besides ours, its page and that page's title, and page processes. */
function seen() {
  return scene.app.electron.evaluate(async ({ BrowserWindow, app, webContents }) => {
    const rooms = webContents
      .getAllWebContents()
      .filter((one) => /^http(?!.*coop-tray-probe)/.test(one.getURL()));
    return {
      windows: BrowserWindow.getAllWindows().length,
      rooms: rooms.length,
      title: rooms[0]?.getTitle() ?? '',
      pages: app.getAppMetrics().filter((one) => one.type === 'Tab').length,
    };
  });
}

test('a room is a muted page without a window, in a sandbox, with a session of its own on no disk', async () => {
  await joinWith(undefined);
  const found = await scene.app.electron.evaluate(({ BrowserWindow, session, webContents }) => {
    const room = webContents
      .getAllWebContents()
      .find((one) => /^http(?!.*coop-tray-probe)/.test(one.getURL()));
    if (!room) return undefined;
    // Public in JavaScript, missing from the typings.
    const preferences = (
      room as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    ).getLastWebPreferences();
    return {
      window: BrowserWindow.fromWebContents(room),
      muted: room.isAudioMuted(),
      own: room.session !== session.defaultSession,
      onDisk: room.session.isPersistent(),
      sandbox: preferences['sandbox'],
      isolated: preferences['contextIsolation'],
      preload: preferences['preload'] ?? '',
    };
  });
  expect(found).toEqual({
    window: null,
    muted: true,
    own: true,
    onDisk: false,
    sandbox: true,
    isolated: true,
    preload: '',
  });
});

test.each([
  ['popup', 'popup refused'],
  ['microphone', 'microphone refused'],
  ['preload', 'preload not there'],
] as const)('a page that tries %s gets nothing', async (mischief, title) => {
  await joinWith(mischief);
  await eventually(title, async () => (await seen()).title === title || undefined);
  expect(await seen()).toMatchObject({ windows: 1, rooms: 1 });
});

test('a page that downloads gets nothing on the disk', async () => {
  await joinWith('download');
  await scene.app.electron.evaluate(({ webContents }) => {
    const begun: string[] = [];
    Reflect.set(globalThis, 'begun', begun);
    for (const { session } of webContents.getAllWebContents()) {
      session.on('will-download', (event, item) => {
        if (!event.defaultPrevented) begun.push(item.getURL());
      });
    }
  });
  await eventually('the try', async () => (await seen()).title === 'download tried' || undefined);
  const begun = await scene.app.electron.evaluate(
    () => Reflect.get(globalThis, 'begun') as string[],
  );
  expect(begun).toEqual([]);
});

test('a page that navigates away ends the test, and goes nowhere', async () => {
  await joinWith('navigate');
  await over();
  expect((await state()).results[0]?.failure?.code).toBe('left-the-room');
});

test('no dialog of a page is seen, that of printing included', async () => {
  await joinWith(undefined);
  const after = await scene.app.electron.evaluate(async ({ webContents }) => {
    const room = webContents
      .getAllWebContents()
      .find((one) => /^http(?!.*coop-tray-probe)/.test(one.getURL()));
    const code = 'alert(1); const said = confirm(2); print(); said';
    return room?.executeJavaScript(code) as Promise<boolean>;
  });
  expect(after).toBe(false);
  expect(await seen()).toMatchObject({ windows: 1, rooms: 1 });
});

test('after a test there is no window, no process, no guest and nothing kept', async () => {
  await joinWith(undefined);
  await scene.app.electron.evaluate(({ webContents }) => {
    const room = webContents
      .getAllWebContents()
      .find((one) => /^http(?!.*coop-tray-probe)/.test(one.getURL()));
    Reflect.set(globalThis, 'roomSession', room?.session);
  });
  await window.ask('echo.stop');
  await over();
  await eventually(
    'the page’s process to end',
    async () => (await seen()).pages === 1 || undefined,
  );
  expect(await seen()).toMatchObject({ windows: 1, rooms: 0, pages: 1 });
  const kept = await scene.app.electron.evaluate(async () => {
    const session = Reflect.get(globalThis, 'roomSession') as Electron.Session;
    return { cookies: await session.cookies.get({}), cacheBytes: await session.getCacheSize() };
  });
  expect(kept).toEqual({ cookies: [], cacheBytes: 0 });
  expect([bbb.ledger.guests(), bbb.ledger.open(), bbb.ledger.violations]).toEqual([
    [],
    { sockets: 0, peers: 0 },
    [],
  ]);
});
