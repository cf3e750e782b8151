/** The one argument of a link, in the place of `%s`: `issue 282`. Pure. */
import { urlPart } from '../net/url-part.ts';
import { webParts } from '../net/web-parts.ts';

const place = '%s';

export function takesArgument(address: string): boolean {
  return address.includes(place);
}

/**
 * The address with an argument, or without one where it has its place. What a member typed arrives as it was typed; in
 * the path, slashes stay, so that it may name a file in a folder.
 */
export function withArgument(address: string, argument = ''): string {
  const [before = '', ...after] = address.split(place);
  if (after.length === 0) return address;
  const text = argument.trim();
  let whole = before;
  for (const piece of after) whole += encoded(text, whole) + piece;
  return whole;
}

function encoded(text: string, before: string): string {
  const isInPath = !/[?#]/.test(before) && webParts(before)?.path.startsWith('/');
  if (!isInPath) return urlPart(text);
  // Dots would lead out of the folder.
  const names = text.split('/').filter((name) => !/^\.{1,2}$/.test(name));
  return names.map(urlPart).join('/').replace(/^\/+/, '');
}

/** What was typed, parted at the first blank or slash: `issue 282`, `issue/282`. */
export function partTyped(typed: string): Readonly<{ head: string; argument?: string }> {
  const { head = '', argument = '' } =
    /^\s*(?<head>[^\s/]+)(?:[\s/]+(?<argument>.*))?$/su.exec(typed)?.groups ?? {};
  return argument.trim() === '' ? { head } : { head, argument: argument.trim() };
}
