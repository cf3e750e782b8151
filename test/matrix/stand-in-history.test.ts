import { startMatrix } from '../servers/matrix/index.ts';
import { historySuite } from './history.ts';

historySuite(startMatrix);
