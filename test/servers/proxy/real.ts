/** Real proxies from Debian, as child processes: tinyproxy and Dante, in a mount namespace with names of our own. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../desktop/wait.ts';

export type RealProxy = Readonly<{ url: string; port: number; stop: () => Promise<void> }>;

type Programs = Readonly<Record<'tinyproxy' | 'danted', string>>;
const programs: Programs = { tinyproxy: '/usr/bin/tinyproxy', danted: '/usr/sbin/danted' };

/** Namespaces need root on Linux. */
export function canStart(name: keyof Programs): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync(programs[name]);
}

/** `tunnelPorts`: the only ones that a tunnel may lead to. `login`: `user:password`. */
export function startTinyproxy(
  hosts: readonly string[],
  options: Readonly<{ tunnelPorts: readonly number[]; login?: string }>,
): Promise<RealProxy> {
  const { tunnelPorts, login } = options;
  return start('tinyproxy', 'http', hosts, (port) => ({
    config: [
      `Port ${port}`,
      'Listen 127.0.0.1',
      'Timeout 600',
      'MaxClients 50',
      'LogLevel Warning',
      ...tunnelPorts.map((one) => `ConnectPort ${one}`),
      ...(login === undefined ? [] : [`BasicAuth ${login.replace(':', ' ')}`]),
    ],
    words: (file) => ['-d', '-c', file],
  }));
}

export function startDante(hosts: readonly string[]): Promise<RealProxy> {
  return start('danted', 'socks5', hosts, (port) => ({
    config: [
      'logoutput: stderr',
      `internal: 127.0.0.1 port = ${port}`,
      'external: lo',
      'clientmethod: none',
      'socksmethod: none',
      'user.privileged: root',
      'user.unprivileged: nobody',
      'client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }',
      'socks block { from: 0.0.0.0/0 to: 0.0.0.0/0 port = 25 }',
      'socks pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }',
    ],
    words: (file) => ['-f', file],
  }));
}

async function start(
  name: keyof Programs,
  scheme: string,
  hosts: readonly string[],
  made: (
    port: number,
  ) => Readonly<{ config: readonly string[]; words: (file: string) => readonly string[] }>,
): Promise<RealProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-proxy-'));
  const port = await freePort();
  const { config, words } = made(port);
  const file = join(folder, 'config');
  writeFileSync(file, `${config.join('\n')}\n`);
  const hostsFile = join(folder, 'hosts');
  writeFileSync(hostsFile, hosts.map((one) => `127.0.0.1 ${one}\n`).join(''));
  const command = `mount --bind ${hostsFile} /etc/hosts && exec ${programs[name]} ${words(file).join(' ')}`;
  const child = spawn('unshare', ['--mount', 'sh', '-c', command], { stdio: 'ignore' });
  await eventually(`${name} to listen`, () => isOpen(port), 8000);
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit');
  child.kill('SIGTERM');
  await over;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function isOpen(port: number): Promise<true | undefined> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}
