/** Electron's security checklist, verified on the packaged app; docs/security.md names each test. */
import { readFileSync } from 'node:fs';
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { listPackage } from '@electron/asar';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { startFaulty } from '../servers/faulty/sockets.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let scene: Scene;
let page: Page;
beforeAll(async () => {
  scene = await setScene({ args: ['--show'] });
  page = await scene.app.page();
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => scene.stop());

test('every renderer runs in the sandbox, under seccomp, and not as root', async () => {
  const pids = await scene.app.electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter((one) => one.type === 'Tab')
      .map((one) => one.pid),
  );
  expect(pids).toHaveLength(1);
  for (const pid of pids) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    expect(status).not.toMatch(/^Uid:\t0\t/m);
  }
});

test('the page has no Node, and a bridge of two functions', async () => {
  const seen = await page.evaluate(() => ({
    node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
    bridge: Object.keys(Reflect.get(globalThis, 'coopTray')),
    frozen: Object.isFrozen(Reflect.get(globalThis, 'coopTray')),
  }));
  expect(seen).toEqual({ node: ['undefined', 'undefined'], bridge: ['call', 'on'], frozen: true });
});

test('the policy runs no inline code, no eval and no text as markup, whoever vouches for it', async () => {
  const tried = await page.evaluate(async () => {
    const attempts = [
      () => new Function('return 1')(),
      () => (document.body.innerHTML = '<b>x</b>'),
      () => Object.assign(document.createElement('script'), { text: '1' }),
      () => {
        const types = Reflect.get(globalThis, 'trustedTypes') as {
          createPolicy: (name: string, rules: object) => unknown;
        };
        types.createPolicy('anything', { createHTML: (text: string) => text });
      },
    ];
    const results: string[] = [];
    // In a task of its own: what the inspector runs directly is exempt from the policy.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        for (const attempt of attempts) {
          try {
            attempt();
            results.push('done');
          } catch {
            results.push('refused');
          }
        }
        resolve();
      });
    });
    return results;
  });
  expect(tried).toEqual(['refused', 'refused', 'refused', 'refused']);
});

describe('what a page could ask for is refused', () => {
  test('the network', async () => {
    const server = await startFaulty((socket) => socket.end());
    const asked = await page.evaluate(async (url) => {
      const image = new Image();
      const seen = new Promise((resolve) => {
        image.addEventListener('error', () => resolve('refused'));
        image.addEventListener('load', () => resolve('loaded'));
      });
      image.src = url;
      return seen;
    }, `${server.url}/x.png`);
    expect([asked, server.accepted()]).toEqual(['refused', 0]);
    await server.stop();
  });

  test('new windows and other pages', async () => {
    const before = page.url();
    const opened = await page.evaluate(() => window.open('https://evil.example') === null);
    await page.evaluate(() => void (location.href = 'https://evil.example'));
    await page.evaluate(() => void (location.href = 'file:///etc/passwd'));
    expect([opened, page.url(), scene.app.electron.windows().length]).toEqual([true, before, 1]);
  });

  test.each(['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read'])(
    '%s',
    async (name) => {
      const state = await page.evaluate(
        async (permission) =>
          (await navigator.permissions.query({ name: permission as PermissionName })).state,
        name,
      );
      expect(state).toBe('denied');
    },
  );

  test('the microphone, but while the sound check is open', async () => {
    const states = [];
    for (const open of [true, false]) {
      states.push(
        await page.evaluate(async (open) => {
          const bridge = Reflect.get(globalThis, 'coopTray') as {
            call: (name: string, payload: unknown) => Promise<unknown>;
          };
          await bridge.call('echo.allowMicrophone', { open });
          const names = ['microphone', 'camera', 'notifications', 'geolocation'];
          return Promise.all(
            names.map(
              async (name) =>
                (await navigator.permissions.query({ name: name as PermissionName })).state,
            ),
          );
        }, open),
      );
    }
    expect(states).toEqual([
      ['granted', 'denied', 'denied', 'denied'],
      ['denied', 'denied', 'denied', 'denied'],
    ]);
  });

  test('a place and notifications, when really asked for', async () => {
    const answers = await page.evaluate(async () => [
      await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
        );
      }),
      await Notification.requestPermission(),
    ]);
    expect(answers).toEqual(['denied', 'denied']);
  });

  test('a download', async () => {
    const ended = await scene.app.electron.evaluate(
      ({ session }) =>
        new Promise<string>((resolve) => {
          session.defaultSession.once('will-download', (event, item) =>
            resolve(event.defaultPrevented ? 'refused' : item.getState()),
          );
          session.defaultSession.downloadURL('coop-tray://app/en.html');
        }),
    );
    expect(ended).toBe('refused');
  });

  test('files outside the page', async () => {
    const status = await scene.app.electron.evaluate(async ({ net }) => {
      const ask = async (path: string) => (await net.fetch(`coop-tray://app/${path}`)).status;
      return [
        await ask('en.html'),
        await ask('..%2fmain.js'),
        await ask('%2e%2e%2f%2e%2e%2fpackage.json'),
        await ask('none.js'),
      ];
    });
    expect(status).toEqual([200, 404, 404, 404]);
  });
});

test('the window has none of the switches that open it, and no developer tools', async () => {
  const seen = await scene.app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.openDevTools();
    // Public in JavaScript, missing from the typings.
    const preferences = (
      contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    ).getLastWebPreferences();
    return {
      devTools: contents?.isDevToolsOpened(),
      webSecurity: preferences['webSecurity'] ?? true,
      insecure: preferences['allowRunningInsecureContent'] ?? false,
      experimental: preferences['experimentalFeatures'] ?? false,
      blink: preferences['enableBlinkFeatures'] ?? '',
      webview: preferences['webviewTag'] ?? false,
      spellcheck: contents?.session.isSpellCheckerEnabled(),
    };
  });
  expect(seen).toEqual({
    devTools: false,
    webSecurity: true,
    insecure: false,
    experimental: false,
    blink: '',
    webview: false,
    spellcheck: false,
  });
});

test('only the address of the document is opened, in the browser of the system', async () => {
  const opened = await scene.app.electron.evaluate(async ({ shell }) => {
    const urls: string[] = [];
    Object.defineProperty(shell, 'openExternal', {
      configurable: true,
      value: async (url: string) => void urls.push(url),
    });
    Reflect.set(globalThis, 'openedUrls', urls);
    return urls;
  });
  expect(opened).toEqual([]);
  await page.evaluate(async (serviceId) => {
    const bridge = Reflect.get(globalThis, 'coopTray') as {
      call: (name: string, payload: unknown) => Promise<unknown>;
    };
    await bridge.call('link.open', { serviceId, which: 'page' });
    await bridge.call('link.open', { serviceId, which: 'https://evil.example' });
    await bridge.call('link.open', { serviceId: 'none', which: 'page' });
  }, 'calls');
  const urls = await scene.app.electron.evaluate(() => Reflect.get(globalThis, 'openedUrls'));
  expect(urls).toEqual([scene.coop.service('calls').url]);
});

test('a call from anywhere but our page is not answered', async () => {
  const reply = await scene.app.electron.evaluate(async ({ BrowserWindow, app }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${app.getAppPath()}/out/app/preload.cjs`,
        sandbox: true,
        contextIsolation: true,
      },
    });
    await stranger.loadURL('coop-tray://app/en.html').catch(() => undefined);
    const answer: unknown = await stranger.webContents.executeJavaScript(
      "coopTray.call('snapshot.get', undefined)",
    );
    stranger.destroy();
    return answer;
  });
  expect(reply).toEqual({ ok: false, code: 'unknown-call' });
});

test('the fuses are as they should be', async () => {
  const wire = await getCurrentFuseWire(inject('executable'));
  const state = (fuse: FuseV1Options) => {
    const value = wire[fuse];
    return value === undefined ? undefined : String.fromCharCode(value);
  };
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    ownSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: '0',
    cookieEncryption: '1',
    nodeOptions: '0',
    asarIntegrity: '1',
    onlyAsar: '1',
    ownSnapshot: '0',
    fileProtocol: '0',
  });
});

test('the archive holds the built app and little else', () => {
  const files = listPackage(join(dirname(inject('executable')), 'resources', 'app.asar'), {
    isPack: false,
  });
  // A feature adds a few; a package that slips in brings hundreds.
  expect(files.length).toBeLessThan(280);
  const packages = files.map((one) => /^\/node_modules\/([^/]+)/.exec(one)?.[1] ?? '');
  expect([...new Set(packages)].filter(Boolean).toSorted()).toEqual([
    '@libsql',
    '@neon-rs',
    'detect-libc',
    'keytar',
    'libsql',
  ]);
  expect(files.filter((one) => /prebuilds\/(?!linux-x64)/.test(one))).toEqual([]);
  expect(
    files.filter((one) => /\.(ts|tsx|map)$/.test(one) && !one.includes('node_modules')),
  ).toEqual([]);
});
