import { startSynapse } from '../servers/synapse/index.ts';
import { accountSuite } from './account.ts';
import { deliverySuite } from './delivery.ts';
import { placesSuite } from './places.ts';

accountSuite(startSynapse);
placesSuite(startSynapse);
deliverySuite(startSynapse);
