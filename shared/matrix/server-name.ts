export type ServerName = Readonly<{
  /** Host name, IPv4 address, or IPv6 address in brackets. */
  host: string;
  port?: number;
  isAddress: boolean;
}>;

const pattern = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::(\d{1,5}))?$/i;

/** Undefined if invalid. */
export function parseServerName(text: string): ServerName | undefined {
  const [, host, digits] = pattern.exec(text) ?? [];
  const port = digits === undefined ? undefined : Number(digits);
  if (host === undefined || (port !== undefined && (port < 1 || port > 65_535))) return undefined;
  return {
    host: host.toLowerCase(),
    isAddress: host.startsWith('[') || /^(\d{1,3}\.){3}\d{1,3}$/.test(host),
    ...(port === undefined ? {} : { port }),
  };
}
