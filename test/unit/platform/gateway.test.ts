/** Finds the machine's own router in each system's output, and pings it. */
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { findAnsweringPort, knock } from '../../../main/platform/gateway.ts';
import {
  gatewayOfProc,
  gatewayOfRouteGet,
  gatewayOfRoutePrint,
} from '../../../main/platform/gateway-table.ts';

const procHead =
  'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n';

describe('/proc/net/route', () => {
  test.each([
    [
      'one default route',
      'eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\neth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n',
      '192.168.1.1',
    ],
    [
      'wifi and cable: the lower metric is used',
      'wlan0\t00000000\tFE00000A\t0003\t0\t0\t600\t00000000\t0\t0\t0\neth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n',
      '192.168.1.1',
    ],
    [
      'a tunnel has no gateway',
      'tun0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0\n',
      undefined,
    ],
    [
      'a route that is down',
      'eth0\t00000000\t0101A8C0\t0002\t0\t0\t0\t00000000\t0\t0\t0\n',
      undefined,
    ],
    [
      'half of a VPN’s default is not the default',
      'tun0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000080\t0\t0\t0\n',
      undefined,
    ],
    ['no routes at all', '', undefined],
    ['not a table', 'eth0\t00000000\tgateway!\t0003\t0\t0\t0\t00000000\n', undefined],
  ])('%s', (_name, rows, gateway) => {
    expect(gatewayOfProc(procHead + rows)).toBe(gateway);
  });
});

describe('route -n get default', () => {
  const text = (gateway: string) =>
    `   route to: default\ndestination: default\n       mask: default\n    ${gateway}\n  interface: en0\n      flags: <UP,GATEWAY,DONE,STATIC,PRCLONING,GLOBAL>\n`;
  test.each([
    ['gateway: 192.168.178.1', '192.168.178.1'],
    ['gateway: fe80::1%en0', undefined],
    ['', undefined],
  ])('%s', (line, gateway) => {
    expect(gatewayOfRouteGet(text(line))).toBe(gateway);
  });
});

describe('route print', () => {
  const table = (rows: string) =>
    `===========================================================================\r\nItinéraires actifs :\r\nDestination réseau    Masque réseau  Adr. passerelle   Adr. interface Métrique\r\n${rows}\r\n===========================================================================\r\nItinéraires persistants :\r\n  Aucun\r\n`;
  test.each([
    [
      'in any language',
      '          0.0.0.0          0.0.0.0     10.20.0.1     10.20.0.57     35',
      '10.20.0.1',
    ],
    [
      'the lower metric',
      '  0.0.0.0  0.0.0.0  10.0.0.1  10.0.0.5  50\r\n  0.0.0.0  0.0.0.0  192.168.1.254  192.168.1.7  25',
      '192.168.1.254',
    ],
    ['on the link itself', '  0.0.0.0  0.0.0.0  On-link  10.0.0.5  50', undefined],
    [
      'a persistent route, which need not be in use',
      '  0.0.0.0  0.0.0.0  10.0.0.1  Default',
      undefined,
    ],
    ['nothing', '', undefined],
  ])('%s', (_name, rows, gateway) => {
    expect(gatewayOfRoutePrint(table(rows))).toBe(gateway);
  });
});

describe('a knock', () => {
  const host = '127.0.0.1';

  test('is answered by an open port and by a refusal alike', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await knock({ host, port, timeoutMs: 2000 })).toHaveProperty('answeredMs');
    await new Promise((resolve) => server.close(resolve));
    expect(await knock({ host, port, timeoutMs: 2000 })).toHaveProperty('answeredMs');
  });

  test('is silent where there is no way, never an answer of 0 ms', async () => {
    // The system itself refuses to connect to the broadcast address.
    const nobody = '255.255.255.255';
    expect(await knock({ host: nobody, port: 9, timeoutMs: 2000 })).toBe('silent');
    expect(await findAnsweringPort(nobody, 2000)).toBeUndefined();
  });
});
