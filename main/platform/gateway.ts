/** This machine's gateway, such as the router at home: its address, and how fast it answers. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { gatewayOfProc, gatewayOfRouteGet, gatewayOfRoutePrint } from './gateway-table.ts';

const commandMs = 2000;
const outputLimitBytes = 256 * 1024;

/** Undefined if there is none or the system does not say. IPv4 only: home routers have it even where there is IPv6. */
export async function findGateway(platform: NodeJS.Platform): Promise<string | undefined> {
  try {
    if (platform === 'linux') return gatewayOfProc(await readFile('/proc/net/route', 'utf8'));
    if (platform === 'darwin') {
      return gatewayOfRouteGet(await output('/sbin/route', ['-n', 'get', 'default']));
    }
    if (platform === 'win32') {
      const root = process.env['SystemRoot'] ?? 'C:\\Windows';
      const route = `${root}\\System32\\route.exe`;
      return gatewayOfRoutePrint(await output(route, ['print', '-4', '0.0.0.0']));
    }
    return undefined;
  } catch {
    return undefined;
  }
}

function output(file: string, args: readonly string[]): Promise<string> {
  const limits = { timeout: commandMs, maxBuffer: outputLimitBytes, windowsHide: true };
  return new Promise((resolve, reject) => {
    execFile(file, args, limits, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
}

/** Result of a connection attempt: the time to an answer, which may be a refusal, or `silent` if none came in time. */
export type Knock = Readonly<{ answeredMs: number }> | 'silent';

/** Ports that most home routers open or refuse: DNS, their own web pages, and one that nothing uses. */
const ports = [53, 80, 443, 9] as const;

/** A port that answers, if only with a refusal; undefined for a gateway that drops everything. */
export async function findAnsweringPort(
  host: string,
  timeoutMs: number,
): Promise<number | undefined> {
  const knocks = await Promise.all(ports.map((port) => knock({ host, port, timeoutMs })));
  return ports.find((_port, index) => knocks[index] !== 'silent');
}

/**
 * One round trip, by TCP connect: a ping would need privileges. A refusal by the router counts as an answer;
 * “unreachable” does not.
 */
export function knock(
  target: Readonly<{ host: string; port: number; timeoutMs: number }>,
): Promise<Knock> {
  const { host, port, timeoutMs } = target;
  return new Promise((resolve) => {
    const startMs = performance.now();
    const socket = connect({ host, port });
    const end = (result: Knock) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const answered = () => end({ answeredMs: performance.now() - startMs });
    const timer = setTimeout(() => end('silent'), timeoutMs);
    socket.once('connect', answered);
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET' ? answered() : end('silent'),
    );
  });
}

/** Time limit for the gateway, which is one hop away, in ms. */
const knockMs = 1000;

/** A function that times one round trip to the gateway; undefined if it is unknown or does not answer. */
export async function gatewayHere(): Promise<(() => Promise<Knock>) | undefined> {
  const host = await findGateway(process.platform);
  if (host === undefined) return undefined;
  const port = await findAnsweringPort(host, knockMs);
  return port === undefined ? undefined : () => knock({ host, port, timeoutMs: knockMs });
}
