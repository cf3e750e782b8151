/** Finds the default gateway in the routing table that each system prints. Pure. */
import { isIP } from 'node:net';

/** More lines than any member's routing table has. */
const lineLimit = 2000;

/** `/proc/net/route`: hexadecimal in host byte order, which is little-endian wherever Electron runs. */
export function gatewayOfProc(table: string): string | undefined {
  const routes = rowsOf(table).flatMap(([, destination, gateway, flags, , , metric, mask]) => {
    const up = (Number.parseInt(flags ?? '', 16) & 0x3) === 0x3;
    const isDefault = destination === '00000000' && mask === '00000000';
    const address = addressOfHex(gateway);
    return up && isDefault && address ? [{ address, metric: Number(metric) }] : [];
  });
  return routes.toSorted((a, b) => a.metric - b.metric)[0]?.address;
}

function addressOfHex(hex: string | undefined): string | undefined {
  if (hex === undefined || !/^[0-9a-f]{8}$/i.test(hex)) return undefined;
  const bytes = hex.match(/../g) ?? [];
  return usable(
    bytes
      .reverse()
      .map((byte) => Number.parseInt(byte, 16))
      .join('.'),
  );
}

/** macOS, `route -n get default`. */
export function gatewayOfRouteGet(text: string): string | undefined {
  const line = rowsOf(text).find(([name]) => name === 'gateway:');
  return usable(line?.[1]);
}

/** Windows, `route print -4 0.0.0.0`: the text is localised, so only the numbers are read. The last is the metric. */
export function gatewayOfRoutePrint(text: string): string | undefined {
  const routes = rowsOf(text).flatMap(([destination, mask, gateway, own, metric, ...more]) => {
    const address = usable(gateway);
    const isDefault = destination === '0.0.0.0' && mask === '0.0.0.0' && more.length === 0;
    const isActive = isIP(own ?? '') === 4 && /^\d+$/.test(metric ?? '');
    return isDefault && isActive && address ? [{ address, metric: Number(metric) }] : [];
  });
  return routes.toSorted((a, b) => a.metric - b.metric)[0]?.address;
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .split('\n', lineLimit)
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== '');
}

/** Undefined unless a local router can have this address. A default route over a bare interface has none. */
function usable(address: string | undefined): string | undefined {
  if (address === undefined || isIP(address) !== 4) return undefined;
  return /^(0|127|2[2-5]\d)\./.test(address) ? undefined : address;
}
