import { withoutBrackets } from './bare-host.ts';

type AddressParts = Readonly<{ host: string; port?: number }>;

/** Takes `address`, `address:port` and `[v6]:port` apart. */
export function addressParts(text: string): AddressParts {
  return withPort(text) ?? { host: withoutBrackets(text) };
}

/** Takes `host:port` and `[v6]:port` apart; undefined when there is no port. */
export function withPort(text: string): AddressParts | undefined {
  const [, v6, name, digits] = /^(?:\[([^\]]*)\]|([^:[\]]*)):(\d{1,10})$/.exec(text) ?? [];
  const host = v6 ?? name;
  return host === undefined ? undefined : { host, port: Number(digits) };
}
