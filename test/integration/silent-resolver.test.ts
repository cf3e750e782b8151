/** A name server that accepts queries and answers none blocks threads of the process, but not its exit. */
import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('looks-up.ts', import.meta.url));
const address = '127.0.0.98';
// Replacing the resolver for one program needs Linux and root, as in CI.
const canRun = process.platform === 'linux' && process.getuid?.() === 0;

test.runIf(canRun)(
  'an app ends at once while names are looked up (needs root on Linux)',
  async () => {
    const server = createSocket('udp4');
    server.bind(53, address);
    await once(server, 'listening');
    const folder = mkdtempSync(join(tmpdir(), 'coop-tray-resolver-'));
    const settings = join(folder, 'resolv.conf');
    writeFileSync(settings, `nameserver ${address}\noptions timeout:5 attempts:3\n`);
    const inPlace = `mount --bind ${settings} /etc/resolv.conf && exec "$0" "$@"`;
    const child = execFile('unshare', ['--mount', 'sh', '-c', inPlace, process.execPath, script]);
    const ended = once(child, 'exit');
    await once(child.stdout ?? child, 'data');
    const startMs = performance.now();
    await ended;
    server.close();
    rmSync(folder, { recursive: true, force: true });
    expect(performance.now() - startMs).toBeLessThan(2000);
  },
);
