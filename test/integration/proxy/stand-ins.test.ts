/** Our own proxies, held to what the real ones do; see real.test.ts. */
import { describe } from 'vitest';
import { startHttpProxy } from '../../servers/proxy/http.ts';
import { startSocksProxy } from '../../servers/proxy/socks.ts';
import { actsAsProxy } from './suite.ts';

describe('HTTP', () => {
  actsAsProxy(({ secure, closed }) => startHttpProxy({ tunnelPorts: [secure, closed] }), {
    forbids: 'all but what it was told',
  });
});

describe('SOCKS5', () => {
  actsAsProxy(() => startSocksProxy({ forbids: 25 }), { forbids: 25 });
});
