/** Normalises a typed user name to the form that its server knows. */
import { domainToASCII } from 'node:url';

/**
 * In a user id, an internationalised server name must be in its ASCII form. Everything else is left for the server to
 * judge. https://spec.matrix.org/v1.16/appendices/#server-name
 */
export function userNameOf(typed: string): string {
  const [, name, host = '', port = ''] = /^(@[^:]+):([^:]+)(:\d+)?$/u.exec(typed) ?? [];
  const known = /\P{ASCII}/u.test(host) ? domainToASCII(host) : '';
  return name === undefined || known === '' ? typed : `${name}:${known}${port}`;
}
