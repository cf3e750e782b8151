import { keepFromMachine } from '../no-machine.ts';

/** Tests that may read the time, and why. */
const mayKnow = {
  'acknowledgements.test.ts': 'writes what another member would write just now',
  'terminal.test.ts': 'leaves a document that was loaded just now',
};

/** The app and its servers run on the real clock. */
keepFromMachine((asked, asker) => {
  const isTest = asker.includes('/test/e2e/');
  return asked === 'time' && (!isTest || Object.keys(mayKnow).some((one) => asker.includes(one)));
});
