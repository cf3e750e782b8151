/** A real Synapse on loopback, from the folder where set-up installed it. */
import { execFileSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { insideEnv, synapseRoot } from '../../../build/setup/synapse.mjs';
import { createProcesses } from '../../desktop/processes.ts';
import { eventually } from '../../desktop/wait.ts';
import type { MatrixServer, MatrixServerOptions } from '../matrix/server.ts';
import { config, logConfig } from './config.ts';

const startLimitMs = 60_000;

export type SynapseOptions = MatrixServerOptions &
  Readonly<{
    /** Name of a folder that keeps the data for the next start; otherwise nothing is kept. */
    keptAs?: string;
  }>;

export async function startSynapse(options: SynapseOptions = {}): Promise<MatrixServer> {
  const { keptAs } = options;
  const root = synapseRoot();
  const outside = keptAs === undefined ? newFolder(root) : synapseFolder(keptAs);
  mkdirSync(outside, { recursive: true });
  const inside = outside.slice(root.length);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = randomBytes(16).toString('hex');
  writeFileSync(join(outside, 'homeserver.yaml'), config(inside, port, secret, options));
  writeFileSync(join(outside, 'log.yaml'), logConfig(inside));
  const env = insideEnv;
  execFileSync('chroot', [root, 'chown', '-R', 'matrix-synapse', inside], { env });
  const command = [
    'chroot',
    '--userspec=matrix-synapse',
    root,
    'python3',
    '-m',
    'synapse.app.homeserver',
    '-c',
    `${inside}/homeserver.yaml`,
  ];
  execFileSync(command[0] ?? '', [...command.slice(1), '--generate-keys'], { env, stdio: 'pipe' });

  let processes = createProcesses(env);
  const server: MatrixServer = {
    name: 'Synapse',
    url,
    register: (name, password) => register(url, secret, name, password),
    stop: () => processes.stop(),
    start: async () => {
      processes = createProcesses(env);
      processes.start(command);
      await eventually('Synapse', () => isWell(url), startLimitMs).catch((error: Error) => {
        throw new Error(`${error.message}\n${processes.complaints()}\n${logOf(outside)}`);
      });
    },
    close: async () => {
      await processes.stop();
      if (keptAs === undefined) rmSync(outside, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** Folder of the data kept under a name. */
export const synapseFolder = (keptAs: string) => join(synapseRoot(), 'srv', keptAs);

function newFolder(root: string): string {
  mkdirSync(join(root, 'srv'), { recursive: true });
  return mkdtempSync(join(root, 'srv', 'synapse-'));
}

/** Registers with the shared secret, which avoids the rate limit on logins. */
async function register(url: string, secret: string, name: string, password: string) {
  const address = `${url}/_synapse/admin/v1/register`;
  const { nonce } = (await (await fetch(address)).json()) as { nonce: string };
  const mac = createHmac('sha1', secret)
    .update([nonce, name, password, 'notadmin'].join('\0'))
    .digest('hex');
  const answer = await fetch(address, {
    method: 'POST',
    body: JSON.stringify({ nonce, username: name, password, admin: false, mac }),
  });
  if (!answer.ok) throw new Error(`registering ${name}: ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function isWell(url: string): Promise<true | undefined> {
  const answer = await fetch(`${url}/health`).catch(() => undefined);
  await answer?.text();
  return answer?.ok || undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function logOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'log'), 'utf8').slice(-2000);
  } catch {
    return '';
  }
}
