import { startMatrix } from '../servers/matrix/index.ts';
import { accountSuite } from './account.ts';

accountSuite(startMatrix);
