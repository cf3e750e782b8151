/** Wires the logo to the network, the profile and the snapshot. */
import { createHash } from 'node:crypto';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import { createLogo, logoForm } from './index.ts';
import type { Logo } from './index.ts';
import { createReadImage } from './request.ts';

export type { Logo } from './index.ts';

export async function startLogo(
  host: Pick<Host, 'clock' | 'pages' | 'files' | 'publish'>,
  section: string | undefined,
): Promise<Running<string | undefined, Logo>> {
  const logo = createLogo({
    clock: host.clock,
    read: createReadImage(host.pages),
    store: host.files.file(logoForm),
    onChange: (image) => host.publish({ logo: image && markOf(image) }),
  });
  await logo.restore(section);
  return {
    api: logo,
    setSection: logo.setSource,
    suspend: logo.suspend,
    resume: logo.resume,
    dispose: logo.suspend,
  };
}

/** Tells the window that the picture is another one: the picture itself is too large for every snapshot. */
function markOf(image: string): string {
  return createHash('sha256').update(image).digest('base64url').slice(0, 16);
}
