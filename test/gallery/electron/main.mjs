/**
 * The gallery's window; several for tests, with `--windows=2`. The hash of the list's address chooses the colours, for a person; tests emulate them from
 * outside.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BrowserWindow, app } from 'electron';

// Pictures of the same page are the same on every machine.
app.commandLine.appendSwitch('force-device-scale-factor', '1');
app.commandLine.appendSwitch('disable-lcd-text');
app.commandLine.appendSwitch('font-render-hinting', 'none');

// Not awaited here: Electron is ready only after its main module has been loaded.
const { windows = '1' } = parseArgs({
  strict: false,
  options: { windows: { type: 'string' } },
}).values;
void app.whenReady().then(() => {
  for (let count = 0; count < Number(windows); count += 1) open();
});
app.on('window-all-closed', () => app.quit());

function open() {
  const isForPictures = process.argv.includes('--pictures');
  const window = new BrowserWindow({
    width: isForPictures ? 900 : 1280,
    height: isForPictures ? 620 : 760,
    useContentSize: true,
  });
  window.removeMenu();
  const { debugger: devtools } = window.webContents;
  window.webContents.on('did-navigate-in-page', (_event, url) => {
    if (!devtools.isAttached()) devtools.attach();
    const { hash } = new URL(url);
    const features = [
      { name: 'prefers-color-scheme', value: hash === '#dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: hash === '#forced' ? 'active' : 'none' },
    ];
    void devtools.sendCommand('Emulation.setEmulatedMedia', { features });
  });
  void window.loadFile(join(import.meta.dirname, 'page', 'index.html'));
}
