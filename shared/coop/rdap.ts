import * as v from 'valibot';
import { WebAddress } from './web.ts';

/** The RDAP server for domain expiry; the domain is appended to its URL. */
export const RdapSchema = v.object({ url: WebAddress });
