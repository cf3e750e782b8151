/** Set-up of the DOM tests: React expects every change inside `act`, and each test starts with an empty page. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { keepFromMachine } from '../../no-machine.ts';

// The complete window shows times in the machine's zone; no test reads one.
keepFromMachine((asked, asker) => asked === 'zone' && asker.includes('/shared/i18n/times.ts'));

// The files of a worker share the packages, but the window's modules hold its state: each file loads its own.
vi.resetModules();

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
// A page's code loads on its first visit, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);
