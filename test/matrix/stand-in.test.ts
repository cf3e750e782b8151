import { startMatrix } from '../servers/matrix/index.ts';
import { accountSuite } from './account.ts';
import { browserSuite } from './browser.ts';
import { deliverySuite } from './delivery.ts';
import { placesSuite } from './places.ts';
import { powersSuite } from './powers.ts';

accountSuite(startMatrix);
browserSuite(startMatrix);
placesSuite(startMatrix);
deliverySuite(startMatrix);
powersSuite(startMatrix);
