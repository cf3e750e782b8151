import { startSynapse } from '../servers/synapse/index.ts';
import { historySuite } from './history.ts';

historySuite(startSynapse);
