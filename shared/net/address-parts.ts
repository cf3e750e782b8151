import { withoutBrackets } from './bare-host.ts';

type AddressParts = Readonly<{ host: string; port?: number }>;

/** Splits `address`, `address:port` and `[v6]:port`. */
export function addressParts(text: string): AddressParts {
  return withPort(text) ?? { host: withoutBrackets(text) };
}

/** Splits `host:port` and `[v6]:port`; undefined without a port. */
export function withPort(text: string): AddressParts | undefined {
  const [, v6, name, digits] = /^(?:\[([^\]]*)\]|([^:[\]]*)):(\d{1,10})$/.exec(text) ?? [];
  const host = v6 ?? name;
  return host === undefined ? undefined : { host, port: Number(digits) };
}
