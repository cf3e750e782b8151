/** The only permission ever granted: the microphone, to our own page, while its sound check is open. */
import type { WebContents } from 'electron';
import { pageOrigin } from './scheme.ts';

/**
 * Grants or revokes the microphone for this window alone: its session serves no other page, and a new window starts
 * without the permission.
 */
export function allowMicrophone(contents: WebContents, allowed: boolean): void {
  const isOurs = (asking: WebContents | null, url: string) =>
    allowed && asking === contents && `${url}/`.startsWith(`${pageOrigin}/`);
  const { session } = contents;
  session.setPermissionRequestHandler((asking, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const soundOnly = mediaTypes?.length === 1 && mediaTypes[0] === 'audio';
    answer(permission === 'media' && soundOnly && isOurs(asking, details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (asking, permission, origin, details) =>
      permission === 'media' && details.mediaType === 'audio' && isOurs(asking, origin),
  );
}
