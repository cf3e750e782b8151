/** The machine's own gateway, the router at home: which it is, and how long it takes to answer. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { gatewayOfProc, gatewayOfRouteGet, gatewayOfRoutePrint } from './gateway-table.ts';

const commandMs = 2000;
const outputLimitBytes = 256 * 1024;

/** Undefined when there is none, or the system does not say which. IPv4: a home's router has it wherever IPv6 is. */
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

/** How an attempt to connect ended: answered after so many ms, refusal included; or no answer in time. */
export type Knock = Readonly<{ answeredMs: number }> | 'silent';

/** What most home routers have open, or refuse: DNS, their own pages, and a port that nobody uses. */
const ports = [53, 80, 443, 9] as const;

/** A port of this gateway that answers, be it by a refusal; undefined for a gateway that drops all. */
export async function findAnsweringPort(
  host: string,
  timeoutMs: number,
): Promise<number | undefined> {
  const knocks = await Promise.all(ports.map((port) => knock({ host, port, timeoutMs })));
  return ports.find((_port, index) => knocks[index] !== 'silent');
}

/**
 * One round trip by a TCP connection: a ping would need rights that a member's app does not have. The router's own
 * refusal is as good an answer as its yes; that there is no way to it is none.
 */
export function knock(
  target: Readonly<{ host: string; port: number; timeoutMs: number }>,
): Promise<Knock> {
  const { host, port, timeoutMs } = target;
  return new Promise((resolve) => {
    const begunMs = performance.now();
    const socket = connect({ host, port });
    const end = (result: Knock) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const answered = () => end({ answeredMs: performance.now() - begunMs });
    const timer = setTimeout(() => end('silent'), timeoutMs);
    socket.once('connect', answered);
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET' ? answered() : end('silent'),
    );
  });
}

/** How long the gateway has to answer, in ms: it is one hop away. */
const knockMs = 1000;

/** How to ask this machine's gateway for a round trip; undefined when it is not known, or answers nothing. */
export async function gatewayHere(): Promise<(() => Promise<Knock>) | undefined> {
  const host = await findGateway(process.platform);
  if (host === undefined) return undefined;
  const port = await findAnsweringPort(host, knockMs);
  return port === undefined ? undefined : () => knock({ host, port, timeoutMs: knockMs });
}
