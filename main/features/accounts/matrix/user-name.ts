/** Turns the name that a member types into the form that their server knows. */
import { domainToASCII } from 'node:url';

/**
 * People write their server's name in their own letters; in an id it has the form that DNS has. All else is the server's
 * to judge, and left as it was typed. https://spec.matrix.org/v1.16/appendices/#server-name
 */
export function userNameOf(typed: string): string {
  const [, name, host = '', port = ''] = /^(@[^:]+):([^:]+)(:\d+)?$/u.exec(typed) ?? [];
  const known = /\P{ASCII}/u.test(host) ? domainToASCII(host) : '';
  return name === undefined || known === '' ? typed : `${name}:${known}${port}`;
}
