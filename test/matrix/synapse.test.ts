import { startSynapse } from '../servers/synapse/index.ts';
import { accountSuite } from './account.ts';

accountSuite(startSynapse);
