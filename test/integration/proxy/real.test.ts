/** Real proxies from Debian. */
import { describe } from 'vitest';
import { canStart, startDante, startTinyproxy } from '../../servers/proxy/real.ts';
import { actsAsProxy, names } from './suite.ts';

describe.runIf(canStart('tinyproxy'))('tinyproxy (needs root on Linux)', () => {
  actsAsProxy(({ secure, closed }) => startTinyproxy(names, { tunnelPorts: [secure, closed] }), {
    forbids: 'all but what it was told',
  });
});

describe.runIf(canStart('danted'))('Dante (needs root on Linux)', () => {
  actsAsProxy(() => startDante(names), { forbids: 25 });
});
