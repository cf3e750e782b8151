/** Before the tests in a DOM: React expects every change inside `act`, and each test begins with an empty page. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { keepFromMachine } from '../../no-machine.ts';

// The window as a whole shows times in the zone of its machine; no test of it reads one.
keepFromMachine((asked, asker) => asked === 'zone' && asker.includes('/shared/i18n/times.ts'));

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
// A page's code is loaded at its first visit, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);
