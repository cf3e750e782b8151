import { startSynapse } from '../servers/synapse/index.ts';
import { accountSuite } from './account.ts';
import { browserSuite } from './browser.ts';
import { deliverySuite } from './delivery.ts';
import { placesSuite } from './places.ts';
import { powersSuite } from './powers.ts';

accountSuite(startSynapse);
browserSuite(startSynapse);
placesSuite(startSynapse);
deliverySuite(startSynapse);
powersSuite(startSynapse);
