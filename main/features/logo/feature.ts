/** The co-op's logo: loaded if the document names one. */
import type { Feature } from '../feature.ts';
import type { Host } from '../host.ts';
import type { Logo } from './create.ts';

export function logoFeature(host: Host): Feature<'logo', string | undefined, Logo> {
  return {
    section: ({ logo }) => logo,
    load: async (logo) => (await import('./create.ts')).startLogo(host, logo),
    activatesOn: ({ section }) => section !== undefined,
    calls: ({ loaded }) => ({ 'logo.get': () => loaded()?.current() }),
  };
}
