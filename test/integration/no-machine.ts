import { keepFromMachine } from '../no-machine.ts';

/** Real servers and the app's own modules use the real time; a test must not read it. */
keepFromMachine((asked, asker) => asked === 'time' && !asker.includes('/test/integration/'));
