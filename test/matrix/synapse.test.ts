import { startSynapse } from '../servers/synapse/index.ts';
import { accountSuite } from './account.ts';
import { browserSuite } from './browser.ts';

accountSuite(startSynapse);
browserSuite(startSynapse);
