import { keepFromMachine } from '../no-machine.ts';

/** Real servers and the app's own pieces live in the time that it is, whichever; a test must not look. */
keepFromMachine((asked, asker) => asked === 'time' && !asker.includes('/test/integration/'));
