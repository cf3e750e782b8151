/** Makes a connection to a server through a proxy that has accepted ours. */
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { connect as tlsConnect } from 'node:tls';
import type { Login, Proxy } from '../../../shared/net/proxy.ts';
import { proxyName } from '../../../shared/net/proxy.ts';
import { isClockDependent } from '../../../shared/net/answers.ts';
import type { ProxyReason } from '../../../shared/net/proxy-answer.ts';
import { forwardRefusal, loginKinds, tunnelRefusal } from '../../../shared/net/proxy-answer.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { AnswerHead } from './answer-head.ts';
import { readBareHead } from './answer-head.ts';
import { NetError } from './error.ts';
import type { Through } from './line.ts';
import { takeHead } from './socket-bytes.ts';
import { connectBySocks } from './socks.ts';
import { AlternatePathError, readCertificate } from './tls.ts';

/** Limit of the proxy's answer. */
const headLimitBytes = 16 * 1024;

/** The TLS connection to a proxy that is spoken to over TLS; otherwise the socket itself. */
export function secured(
  socket: Socket,
  proxy: Proxy,
  options: () => ConnectionOptions,
  on: Readonly<{ done: (socket: Socket) => void; failed: (error: unknown) => void }>,
): Socket {
  if (proxy.scheme !== 'https') {
    on.done(socket);
    return socket;
  }
  const name = isIP(proxy.host) ? {} : { servername: proxy.host };
  const secure = tlsConnect({ socket, host: proxy.host, ...options(), ...name });
  const failed = (error: unknown) => {
    // Its certificate may hold on another path.
    if (error instanceof AlternatePathError) return on.failed(error);
    const isUntimely = error instanceof NetError && isClockDependent(error.reason.code);
    const code = isUntimely ? 'proxy-certificate-dates' : 'proxy-tls-failed';
    on.failed(new NetError(reason(code, { proxy: proxyName(proxy) }), error));
  };
  secure.on('error', failed);
  secure.once('secureConnect', () => {
    try {
      readCertificate(secure, proxy.host, 'system');
    } catch (error) {
      return failed(error);
    }
    secure.off('error', failed);
    secure.on('error', on.failed);
    on.done(secure);
  });
  return secure;
}

/** Resolves once what is written to the socket goes to the target. Throws NetError for what the proxy says. */
export async function openTunnel(
  socket: Socket,
  { proxy, login }: Through,
  target: Readonly<{ host: string; port: number }>,
): Promise<void> {
  if (proxy.scheme === 'socks5') {
    const refusal = await connectBySocks(socket, target, login);
    if (refusal) throw refusedBy(proxy, refusal);
    return;
  }
  const place = proxyName(target);
  const lines = [`CONNECT ${place} HTTP/1.1`, `Host: ${place}`, 'User-Agent: CoopTray'];
  if (login) lines.push(`Proxy-Authorization: ${authorization(login)}`);
  socket.write([...lines, '', ''].join('\r\n'), 'latin1');
  const { status, headers } = await finalHead(socket);
  const refusal = tunnelRefusal(status, headers);
  if (refusal) throw refusedBy(proxy, refusal, headers);
}

/** Skips interim answers; the limit applies to all heads together. */
async function finalHead(socket: Socket): Promise<ReturnType<typeof readBareHead>> {
  let leftBytes = headLimitBytes;
  for (;;) {
    const bytes = await takeHead(socket, leftBytes);
    leftBytes -= bytes.length;
    const head = readBareHead(bytes);
    if (head.status < 100 || head.status >= 200) return head;
  }
}

export function authorization({ user, password }: Login): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Throws NetError if it is the proxy that answered a request which it should have passed on. */
export function refuseProxyAnswer(
  { proxy }: Through,
  { status, headers }: Pick<AnswerHead, 'status' | 'headers'>,
): void {
  const refusal = forwardRefusal(status, headers);
  if (refusal) throw refusedBy(proxy, refusal, headers);
}

function refusedBy(
  proxy: Proxy,
  code: ProxyReason,
  headers: Parameters<typeof loginKinds>[0] = {},
): NetError {
  const kinds = code === 'proxy-login-kind' ? { kinds: loginKinds(headers).join(', ') } : {};
  return new NetError(reason(code, { proxy: proxyName(proxy), ...kinds }));
}

/** A failure on the way to the proxy, or of a proxy that says nothing of use. */
export function proxyFault(error: unknown, proxy: Proxy): NetError {
  // Its certificate may hold on another path.
  if (error instanceof AlternatePathError) return error;
  if (error instanceof NetError && error.reason.code.startsWith('proxy-')) return error;
  // It has accepted our connection, so it is waiting for the server.
  const isWaiting = error instanceof NetError && error.reason.params['phase'] === 'tunnel';
  const code = isWaiting ? 'proxy-gateway' : 'proxy-silent';
  return new NetError(reason(code, { proxy: proxyName(proxy) }), error);
}

/** If a proxy that forwards gives no answer, it may have waited for the server, or lost it. */
export function forwardFault(error: unknown, proxy: Proxy): unknown {
  if (!(error instanceof NetError)) return error;
  const { code, params } = error.reason;
  const isSilence = code === 'timeout' && params['phase'] === 'firstByte';
  if (!isSilence && code !== 'reset' && code !== 'protocol') return error;
  return new NetError(reason('proxy-gateway', { proxy: proxyName(proxy) }), error);
}
