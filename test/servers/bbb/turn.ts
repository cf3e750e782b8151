/** A real TURN server (coturn) as a child process, on its own loopback ports; it ends with the stand-in. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TurnServer } from './world.ts';

export type Turn = Readonly<{
  /** Credentials for one user, as bbb-web makes them: the user name holds the expiry. */
  server: (transport: 'udp' | 'tcp', userId: string) => TurnServer;
  /** Whether it relays from a port. */
  owns: (port: number) => boolean;
  stop: () => Promise<void>;
}>;

const program = '/usr/bin/turnserver';
const address = '127.0.0.1';
const ttlS = 86_400;
/** Below the systems' ephemeral ports, so that a port tells the relay from a client. */
const relayPorts = { lowest: 11_000, blocks: 200, perBlock: 100 };

/** It relays to loopback only with a switch, and only while its command line interface is off. */
const switches = [
  '-n',
  '--verbose',
  '--use-auth-secret',
  '--allow-loopback-peers',
  '--no-cli',
  '--no-tls',
  '--no-dtls',
];

export async function startTurn(): Promise<Turn> {
  if (!existsSync(program)) throw new Error('coturn is missing: apt-get install coturn');
  const secret = randomBytes(16).toString('hex');
  const port = await freePort();
  const first =
    relayPorts.lowest + relayPorts.perBlock * (randomBytes(1).readUInt8() % relayPorts.blocks);
  const last = first + relayPorts.perBlock - 1;
  // It creates a user database even without users.
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-turn-'));
  const settings = {
    'listening-ip': address,
    'listening-port': port,
    'relay-ip': address,
    'min-port': first,
    'max-port': last,
    'relay-threads': 1,
    realm: 'bbb.example',
    'static-auth-secret': secret,
    userdb: join(folder, 'users'),
    pidfile: join(folder, 'pid'),
    'log-file': 'stdout',
  };
  const child = spawn(
    program,
    [...switches, ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await listening(child);
  return {
    server: (transport, userId) => {
      const username = `${Math.floor(Date.now() / 1000) + ttlS}:${userId}`;
      return {
        url: `turn:${address}:${port}?transport=${transport}`,
        username,
        password: createHmac('sha1', secret).update(username).digest('base64'),
        ttl: ttlS,
      };
    },
    owns: (one) => one >= first && one <= last,
    stop: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once it reports that it listens with UDP and TCP; rejects when it exits first. */
function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      if (said.length < 64 * 1024) said += text.toString('utf8');
      if (/UDP listener opened/.test(said) && /TCP listener opened/.test(said)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`coturn ended: ${said.slice(-500)}`)));
  });
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, address);
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}
