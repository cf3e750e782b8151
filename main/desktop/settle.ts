/** Puts right what this installation has left with the system. Loaded after the start, which need not wait for it. */
import { app } from 'electron';
import { linkScheme } from '../../shared/identity.ts';
import { repairAutostart } from './autostart.ts';
import { isInstalled } from './installed.ts';

export async function settle(): Promise<void> {
  claimLinks();
  await repairAutostart();
}

/** On Linux the package says whose our links are, by its desktop file. */
function claimLinks(): void {
  if (!isInstalled()) return;
  if (process.platform === 'darwin') app.setAsDefaultProtocolClient(linkScheme);
  // After `--` Chromium reads no switches, so a link can be none: CVE-2018-1000006.
  if (process.platform === 'win32') {
    app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
  }
}
