/** Allowed imports between layers. Violations are printed as `from -> to (why)`. */
import { describe, expect, test } from 'vitest';
import type { ImportKind } from '../import-graph.ts';
import { importsBelow } from '../import-graph.ts';
import { layers } from '../layer-table.ts';
import { circles, offences } from '../layers.ts';

describe('the sources', () => {
  const imports = importsBelow('main', 'renderer', 'shared');

  test('import only what their layer may', () => {
    expect(offences(imports, layers)).toEqual([]);
  });

  test('import nothing in a circle, types included', () => {
    expect(circles(imports)).toEqual([]);
  });
});

describe('an import', () => {
  const judge = (from: string, to: string, kind: ImportKind) =>
    offences([{ from, to, kind }], layers);
  const echo = 'main/features/echo';
  const feedback = 'main/features/feedback';

  test.each<[string, string, ImportKind, string]>([
    [`${echo}/run.ts`, `${feedback}/outbox.ts`, 'static', 'not for main/features/*'],
    [`${echo}/run.ts`, `${feedback}/outbox.ts`, 'type', 'not for main/features/*'],
    [`${echo}/run.ts`, `${feedback}/feature.ts`, 'type', 'not for main/features/*'],
    [`${echo}/run.ts`, 'main/desktop/window.ts', 'type', 'not for main/features/*'],
    [`${echo}/run.ts`, 'main/core/state.ts', 'type', 'not for main/features/*'],
    [
      `${echo}/run.ts`,
      'main/features/contracts/outbox.ts',
      'static',
      'main/features/* may only have its types',
    ],
    [
      `${echo}/feature.ts`,
      `${echo}/create.ts`,
      'static',
      'main/features/*/feature.ts may only load it lazily',
    ],
    [`${echo}/feature.ts`, `${feedback}/paths.ts`, 'static', 'not for main/features/*/feature.ts'],
    ['main/features/index.ts', `${echo}/create.ts`, 'dynamic', 'not for main/features/index.ts'],
    ['main/core/status/monitor.ts', 'main/core/history/index.ts', 'type', 'not for main/core/*'],
    ['main/platform/net/index.ts', 'main/core/state.ts', 'type', 'not for main/platform'],
    [
      'main/desktop/tray.ts',
      'main/core/state.ts',
      'static',
      'main/desktop may only have its types',
    ],
    ['shared/ipc.ts', 'main/core/state.ts', 'type', 'not for shared/ipc.ts'],
    ['shared/coop/host.ts', 'shared/status/view.ts', 'type', 'not for shared/coop'],
    ['shared/links/ipc.ts', 'shared/feedback/item.ts', 'type', 'not for shared/*'],
    ['shared/links.ts', 'shared/coop/parts.ts', 'static', 'no layer is about this file'],
    ['shared/coop/sections.ts', 'shared/links/state.ts', 'type', 'not for shared/coop'],
    [
      'renderer/pages/calls/Run.tsx',
      'renderer/pages/status/parts.tsx',
      'static',
      'not for renderer/pages/*',
    ],
    [
      'renderer/pages/calls/Run.tsx',
      'renderer/pages/status/parts.module.css',
      'static',
      'not for renderer/pages/*',
    ],
    ['renderer/app/words.ts', 'renderer/components/Note.tsx', 'static', 'not for renderer/app'],
    ['renderer/probe/run.ts', 'shared/status/view.ts', 'type', 'not for renderer/probe'],
    ['renderer/pages/calls/Run.tsx', 'main/index.ts', 'type', 'not for renderer/pages/*'],
    ['main/updates/index.ts', 'shared/ipc.ts', 'static', 'no layer is about this file'],
    ['main/index.ts', 'test/clock.ts', 'static', 'not for main/index.ts'],
  ])('from %s to %s (%s) offends', (from, to, kind, why) => {
    expect(judge(from, to, kind)).toEqual([`${from} -> ${to} (${why})`]);
  });

  test.each<[string, string, ImportKind]>([
    [`${echo}/run.ts`, `${echo}/stages/room.ts`, 'static'],
    [`${echo}/run.ts`, 'main/features/contracts/outbox.ts', 'type'],
    [`${echo}/feature.ts`, `${echo}/paths.ts`, 'static'],
    [`${echo}/feature.ts`, `${echo}/create.ts`, 'dynamic'],
    [`${echo}/feature.ts`, `${echo}/create.ts`, 'type'],
    ['main/features/index.ts', `${echo}/feature.ts`, 'static'],
    ['main/core/index.ts', 'main/core/status/monitor.ts', 'static'],
    ['main/desktop/tray.ts', 'main/core/state.ts', 'type'],
    ['renderer/pages/calls/Run.tsx', 'renderer/components/Note.tsx', 'static'],
    ['renderer/probe/run.ts', 'shared/echo/stats.ts', 'static'],
    ['shared/status/view.ts', 'shared/coop/host.ts', 'static'],
    ['shared/links/ipc.ts', 'shared/coop/parts.ts', 'static'],
    ['shared/ipc.ts', 'shared/links/ipc.ts', 'static'],
  ])('from %s to %s (%s) is well', (from, to, kind) => {
    expect(judge(from, to, kind)).toEqual([]);
  });
});
