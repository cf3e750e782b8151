import type { Layer } from './layers.ts';

/** In `shared/`, each may import those before it, so no two folders depend on each other. */
const sharedInOrder = [
  'defined.ts',
  'identity.ts',
  'json.ts',
  'memoized.ts',
  'steps.ts',
  'lists',
  'text',
  // What a check observed about a service.
  'observation',
  'net',
  'time',
  'matrix',
  'feeds',
  'redact',
  'binding.ts',
  'kept-files.ts',
  'standing.ts',
  'tray-host.ts',
  'start',
  // Languages and catalogues; sentences about data are in `wording`.
  'i18n',
  // The window's keys, and what they change.
  'keyboard',
  // The document, and what depends on it.
  'coop',
  'triage',
  'room-export',
  'backups',
  'feedback',
  'announcements',
  'echo',
  'accounts',
  'status',
  'history',
  'notification-policy',
  'acknowledgements',
  // The whole snapshot.
  'slices.ts',
  'snapshot.ts',
  'wording',
  'today',
  'pages.ts',
  'route.ts',
  'deep-link',
  'navigation.ts',
  'channels.ts',
  'bridge.ts',
  'window-ipc.ts',
  'ipc.ts',
  'cli',
].map((name) => `shared/${name}`);
const placeOf = (name: string) => sharedInOrder.indexOf(`shared/${name}`);
/** From here on files put together what features bring, those included that have no line of their own. */
const whole = placeOf('slices.ts');
const inOrder = sharedInOrder.map((of, at): Layer => {
  const below = sharedInOrder.slice(0, at);
  return { of, may: at < whole ? below : [...below, 'shared/*'] };
});
/** A feature that no other stands on needs no line: it may import what all features stand on. */
const newFeature: Layer = { of: 'shared/*', may: sharedInOrder.slice(0, placeOf('triage') + 1) };

/** Allowed imports; the first matching layer applies. A new folder needs a line. */
export const layers: readonly Layer[] = [
  { of: 'main/index.ts', may: ['main', 'shared'] },
  { of: 'main/flags.ts', may: ['shared/identity.ts', 'shared/cli/commands.ts'] },
  // The composition root and its parts.
  {
    of: 'main/*.ts',
    may: [
      'main/*.ts',
      'main/core',
      'main/features/index.ts',
      'main/features/*/feature.ts',
      'main/desktop',
      'main/platform',
      'shared',
    ],
    lazy: ['main/demo/index.ts'],
  },
  // Loaded by the composition root when a member tries the demo.
  {
    of: 'main/demo',
    may: [
      'main/demo',
      'main/core',
      'main/desktop/text-size.ts',
      'main/features',
      // Nothing of the network but its errors.
      'main/platform/emitter.ts',
      'main/platform/net/error.ts',
      'main/platform/profile-files.ts',
      'shared',
    ],
    types: ['main/world.ts', 'main/desktop', 'main/platform'],
  },
  { of: 'main/core/*.ts', may: ['main/core', 'main/platform', 'shared'] },
  { of: 'main/core/*', may: ['main/platform', 'shared'] },
  {
    of: 'main/features/index.ts',
    may: [
      'main/features/*.ts',
      'main/features/*/feature.ts',
      'main/features/contracts',
      'main/platform',
      'shared',
    ],
    types: ['main/core'],
  },
  {
    of: 'main/features/*.ts',
    may: ['main/features/*.ts', 'main/platform', 'shared'],
    types: ['main/features/contracts', 'main/core'],
  },
  // What one feature offers to another: types only.
  { of: 'main/features/contracts', types: ['main/platform', 'shared'] },
  // A feature's entry is loaded at start, the rest on first use.
  {
    of: 'main/features/*/feature.ts',
    may: ['main/features/{own}/paths.ts', 'main/features/feature.ts', 'shared'],
    types: ['main/features/host.ts', 'main/features/contracts', 'main/platform'],
    lazy: ['main/features/{own}'],
  },
  {
    of: 'main/features/*',
    may: ['main/platform', 'shared'],
    types: ['main/features/feature.ts', 'main/features/host.ts', 'main/features/contracts'],
  },
  // A failed start is reported in the terminal.
  {
    of: 'main/desktop/second-instance.ts',
    may: ['main/cli', 'main/desktop', 'main/flags.ts', 'main/platform', 'shared'],
  },
  {
    of: 'main/desktop/refused-link.ts',
    may: ['main/cli', 'main/desktop', 'main/platform', 'shared'],
  },
  {
    of: 'main/desktop/startup-error.ts',
    may: ['main/cli', 'main/desktop', 'main/platform', 'shared'],
  },
  { of: 'main/desktop', may: ['main/platform', 'shared'], types: ['main/core'] },
  { of: 'main/platform', may: ['shared'] },
  // The echo test needs a browser, from the terminal too.
  {
    of: 'main/cli/echo.ts',
    may: ['main/cli', 'main/core', 'main/desktop', 'main/features/echo', 'main/platform', 'shared'],
  },
  {
    of: 'main/cli',
    may: ['main/core', 'main/features/backups', 'main/features/links', 'main/platform', 'shared'],
  },

  { of: 'renderer/preload.ts', may: ['shared/bridge.ts', 'shared/channels.ts'] },
  { of: 'renderer/probe', may: ['shared/echo'] },
  { of: 'renderer/index.tsx', may: ['renderer/app', 'renderer/styles'] },
  // The frame of the window: the only part that knows pages.
  {
    of: 'renderer/app/*.tsx',
    may: ['renderer/app', 'renderer/components', 'renderer/pages', 'shared'],
  },
  { of: 'renderer/app', may: ['shared'] },
  { of: 'renderer/components', may: ['renderer/app', 'shared'] },
  { of: 'renderer/pages/*', may: ['renderer/app', 'renderer/components', 'shared'] },

  ...inOrder,
  newFeature,
];
