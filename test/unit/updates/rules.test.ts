/** What of a signed manifest is believed, what is offered, and when a member is warned. */
import { describe, expect, test } from 'vitest';
import type { Expected } from '../../../shared/updates/accept.ts';
import { refusalOf } from '../../../shared/updates/accept.ts';
import { appId } from '../../../shared/identity.ts';
import type { Manifest } from '../../../shared/updates/manifest.ts';
import { isTooOld, offerOf, overdueDays } from '../../../shared/updates/offer.ts';
import { fileOf, manifestOf } from '../../servers/updates/manifests.ts';

const now = Date.UTC(2026, 10, 24, 14);
const dayMs = 86_400_000;
const knownOf = (more: Partial<Manifest> = {}, digest = 'a') => ({
  manifest: manifestOf(more),
  digest,
});
const later = '2026-11-23T00:00:00.000Z';
const deb = fileOf(Buffer.from('deb'), { target: 'linux-x64-deb', name: 'coop-tray.deb' });
const other = fileOf(Buffer.from('other'));

describe('a manifest', () => {
  test.each<
    [what: string, fresh: ReturnType<typeof knownOf>, expected: Partial<Expected>, refusal?: string]
  >([
    ['the first', knownOf(), {}],
    ['the same again', knownOf(), { known: knownOf() }],
    ['a newer one', knownOf({ version: '1.2.0' }, 'b'), { known: knownOf() }],
    ['of another app', knownOf({ app: 'org.example.Other' }), {}, 'other-app'],
    ['of another channel', knownOf({ channel: 'beta' }), {}, 'other-channel'],
    ['stable, where the beta is asked for', knownOf(), { channel: 'beta' }, 'other-channel'],
    [
      'at the moment that it expires',
      knownOf({ expires: '2026-11-24T14:00:00.000Z' }),
      {},
      'expired',
    ],
    ['a moment before', knownOf({ expires: '2026-11-24T14:00:00.001Z' }), {}],
    ['issued tomorrow', knownOf({ issued: '2026-11-25T13:00:00.000Z' }), {}],
    ['issued in two days', knownOf({ issued: '2026-11-26T14:00:00.000Z' }), {}, 'clock-behind'],
    [
      'whose end is near, on a clock that is years ahead',
      knownOf(),
      { nowUtcMs: Date.UTC(2031, 0) },
      'expired',
    ],
    ['on a clock of 1970', knownOf(), { nowUtcMs: 0 }, 'clock-behind'],
    ['an older version', knownOf({ version: '1.0.9' }, 'b'), { known: knownOf() }, 'older'],
    [
      'an older version, issued later',
      knownOf({ version: '1.0.9', issued: later }, 'b'),
      { known: knownOf() },
      'older',
    ],
    [
      'a beta of the same version',
      knownOf({ channel: 'beta', version: '1.1.0-beta.9' }, 'b'),
      { channel: 'beta', known: knownOf({ channel: 'beta' }) },
      'older',
    ],
    ['the same version with other bytes', knownOf({}, 'b'), { known: knownOf() }, 'contradicts'],
    ['the same version, signed again later', knownOf({ issued: later }, 'b'), { known: knownOf() }],
    [
      'the same version, as it was signed before',
      knownOf({}, 'b'),
      { known: knownOf({ issued: later }) },
      'older',
    ],
    [
      'the same version with another package',
      knownOf({ issued: later, files: [other] }, 'b'),
      { known: knownOf() },
      'contradicts',
    ],
    [
      'the same version with one more package',
      knownOf({ issued: later, files: [...manifestOf().files, deb] }, 'b'),
      { known: knownOf() },
    ],
    [
      'the same version without a package that there was',
      knownOf({ issued: later, files: [] }, 'b'),
      { known: knownOf() },
      'contradicts',
    ],
  ])('%s', (_what, fresh, more, refusal) => {
    const expected = { app: appId, channel: 'stable', nowUtcMs: now, known: undefined } as const;
    expect(refusalOf(fresh, { ...expected, ...more })).toBe(refusal);
  });
});

describe('who runs', () => {
  const stable = knownOf();
  const beta = knownOf({ channel: 'beta', version: '1.2.0-beta.1' });
  const oldBeta = knownOf({ channel: 'beta', version: '1.1.0-beta.3' });
  const expired = knownOf({ expires: '2026-11-24T13:00:00.000Z' });

  test.each([
    ['1.0.0', 'stable', [stable], '1.1.0'],
    ['1.1.0', 'stable', [stable], undefined],
    ['1.2.0', 'stable', [stable], undefined],
    ['1.0.0', 'stable', [stable, beta], '1.1.0'],
    ['1.0.0', 'beta', [stable, beta], '1.2.0-beta.1'],
    // Automattic/wp-desktop#741 and snelusha/noto#240: the newest of both, whichever it is.
    ['1.1.0-beta.3', 'beta', [stable, oldBeta], '1.1.0'],
    ['1.1.0-beta.3', 'beta', [oldBeta], undefined],
    // off-grid-ai/OGAD#54, telegramdesktop/tdesktop#5783: leaving the beta is no way back.
    ['1.2.0-beta.1', 'stable', [stable, beta], undefined],
    ['1.1.0-beta.3', 'stable', [stable, oldBeta], '1.1.0'],
    ['1.0.0', 'stable', [expired], undefined],
    ['1.0.0', 'stable', [], undefined],
  ] as const)('%s on the channel %s', (running, channel, known, offered) => {
    expect(offerOf(known, { running, channel, nowUtcMs: now })?.version).toBe(offered);
  });
});

test.each([
  ['0.8.9', [knownOf()], true],
  ['0.9.0-beta.1', [knownOf()], true],
  ['0.9.0', [knownOf()], false],
  ['0.8.9', [], false],
  ['0.8.9', [knownOf({ channel: 'beta' })], false],
  ['0.8.9', [knownOf({ expires: '2026-11-24T13:00:00.000Z' })], false],
] as const)('%s is no longer supported: %#', (running, known, is) => {
  expect(isTooOld(known, { running, channel: 'stable', nowUtcMs: now })).toBe(is);
});

test.each([
  [{ sinceUtcMs: now }, undefined],
  [{ sinceUtcMs: now - 90 * dayMs }, 90],
  [{ sinceUtcMs: now - 90 * dayMs + 1 }, undefined],
  [{ sinceUtcMs: now - 400 * dayMs, goodUtcMs: now - dayMs }, undefined],
  [{ sinceUtcMs: now - 400 * dayMs, goodUtcMs: now - 91.5 * dayMs }, 91],
  // A clock that was set back.
  [{ sinceUtcMs: now + 400 * dayMs }, undefined],
])('without a successful check: %j', (last, days) => {
  expect(overdueDays(last, now)).toBe(days);
});
