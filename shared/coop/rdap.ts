import * as v from 'valibot';
import { WebAddress } from './web.ts';

/** The server that knows when domains expire; a domain is appended to its address. */
export const RdapSchema = v.object({ url: WebAddress });
