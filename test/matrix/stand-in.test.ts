import { startMatrix } from '../servers/matrix/index.ts';
import { accountSuite } from './account.ts';
import { browserSuite } from './browser.ts';

accountSuite(startMatrix);
browserSuite(startMatrix);
