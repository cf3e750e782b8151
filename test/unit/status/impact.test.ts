import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReasonCode, Verdict } from '../../../shared/observation/observation.ts';
import { reason, reasonCodes, verdicts } from '../../../shared/observation/observation.ts';
import type { Impact } from '../../../shared/status/impact.ts';
import { feltVerdict, impactOf } from '../../../shared/status/impact.ts';
import { choresOf, needsAttention, summarise } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { serviceView } from '../../fixtures/views.ts';

/** What a service that is degraded for this reason means for members. */
const whileDegraded: Readonly<Record<ReasonCode, Impact>> = {
  'dns-not-found': 'trouble',
  'dns-failed': 'trouble',
  'dns-answer': 'trouble',
  refused: 'trouble',
  reset: 'trouble',
  unreachable: 'trouble',
  timeout: 'trouble',
  'address-forbidden': 'trouble',
  'proxy-silent': 'trouble',
  'proxy-tls-failed': 'trouble',
  'proxy-certificate-dates': 'trouble',
  'proxy-login': 'trouble',
  'proxy-login-kind': 'trouble',
  'proxy-refuses': 'trouble',
  'proxy-gateway': 'trouble',
  'proxy-target': 'trouble',
  'proxy-unusable': 'trouble',
  'proxy-dns': 'trouble',
  'tls-failed': 'trouble',
  'tls-too-old': 'trouble',
  'tls-unknown-name': 'trouble',
  'tls-client-certificate': 'trouble',
  'certificate-untrusted': 'trouble',
  'certificate-incomplete': 'trouble',
  'certificate-wrong-host': 'trouble',
  'certificate-not-yet-valid': 'trouble',
  'certificate-expired': 'trouble',
  'certificate-chain-expired': 'trouble',
  'certificate-weak': 'trouble',
  'certificate-invalid': 'trouble',
  'certificate-expiring': 'chore',
  'certificate-chain-expiring': 'chore',
  protocol: 'trouble',
  'headers-too-large': 'trouble',
  'answer-contradicts': 'trouble',
  status: 'trouble',
  'redirect-loop': 'trouble',
  'redirect-refused': 'trouble',
  'body-too-large': 'trouble',
  'body-encoding': 'trouble',
  'body-mismatch': 'trouble',
  'keyword-missing': 'trouble',
  'keyword-present': 'trouble',
  'json-invalid': 'trouble',
  'json-missing': 'trouble',
  'json-mismatch': 'trouble',
  'json-too-much': 'trouble',
  'header-missing': 'trouble',
  'header-mismatch': 'trouble',
  slow: 'trouble',
  'says-maintenance': 'trouble',
  'says-degraded': 'trouble',
  planned: 'trouble',
  'domain-expiring': 'chore',
  'domain-expired': 'trouble',
  'domain-redemption': 'trouble',
  'domain-restoring': 'trouble',
  'domain-deleting': 'trouble',
  'domain-held': 'trouble',
  'no-access': 'trouble',
  'refuses-us': 'trouble',
  'bot-guard': 'trouble',
  'feed-down': 'trouble',
  'feed-degraded': 'trouble',
  'feed-incident': 'trouble',
  'feed-maintenance': 'trouble',
  'feed-planned': 'trouble',
  'feed-unknown': 'trouble',
  'feed-asleep': 'trouble',
  'federation-answer': 'trouble',
  'federation-partly': 'trouble',
  'federation-tester': 'trouble',
  'not-checked': 'trouble',
  stale: 'trouble',
  offline: 'trouble',
  captive: 'trouble',
  waking: 'trouble',
  'clock-wrong': 'trouble',
  retired: 'trouble',
  document: 'trouble',
  'needs-newer': 'trouble',
  internal: 'trouble',
};

describe('what a state means for members', () => {
  test.each(reasonCodes)('degraded because of %s', (code) => {
    expect(impactOf({ verdict: 'degraded', reason: reason(code) })).toBe(whileDegraded[code]);
  });

  test.each<[Verdict, Impact, Impact]>([
    ['up', 'none', 'none'],
    ['degraded', 'trouble', 'chore'],
    ['down', 'trouble', 'chore'],
    ['maintenance', 'maintenance', 'maintenance'],
    ['unknown', 'unknown', 'chore'],
    ['no-access', 'no-access', 'no-access'],
    ['retired', 'none', 'none'],
  ])('%s is %s, and %s of a service for administrators', (verdict, members, admins) => {
    expect(impactOf({ verdict })).toBe(members);
    expect(impactOf({ verdict, audience: 'admins' })).toBe(admins);
  });

  test.each(reasonCodes)(
    'a service that is not degraded keeps its meaning, whatever %s',
    (code) => {
      for (const verdict of verdicts.filter((one) => one !== 'degraded')) {
        expect(impactOf({ verdict, reason: reason(code) })).toBe(impactOf({ verdict }));
      }
    },
  );

  test('an expired certificate is trouble, one that expires is a chore', () => {
    expect(feltVerdict({ verdict: 'down', reason: reason('certificate-expired') })).toBe('down');
    const soon = reason('certificate-expiring', { days: 6, band: 7 });
    expect(feltVerdict({ verdict: 'degraded', reason: soon })).toBe('up');
  });
});

const online = { state: 'online', sinceUtcMs: 0 } as const;
const anyReason = fc.option(fc.constantFrom(...reasonCodes), { nil: undefined });

function viewsFrom(
  all: readonly Readonly<{ verdict: Verdict; code: ReasonCode | undefined; admins: boolean }>[],
  prefix: string,
): readonly ServiceView[] {
  return all.map(({ verdict, code, admins }, index) =>
    serviceView(`${prefix}${index}`, {
      verdict,
      ...(code ? { reason: reason(code) } : {}),
      ...(admins ? { audience: 'admins' as const } : {}),
    }),
  );
}

const views = (prefix: string) =>
  fc
    .array(
      fc.record({ verdict: fc.constantFrom(...verdicts), code: anyReason, admins: fc.boolean() }),
    )
    .map((all) => viewsFrom(all, prefix));

const isFelt = (view: ServiceView) => ['trouble', 'unknown'].includes(impactOf(view));

test('chores, maintenance and missing access never change the overall state', () => {
  fc.assert(
    fc.property(views('a'), views('b'), fc.nat(), (some, more, seed) => {
      const shown = [...some, serviceView('website')];
      const others = more.filter((view) => !isFelt(view) && view.verdict !== 'up');
      const at = seed % (shown.length + 1);
      const mixed = [...shown.slice(0, at), ...others, ...shown.slice(at)];
      const [before, after] = [summarise(shown, online), summarise(mixed, online)];
      expect([after.overall, after.worst]).toEqual([before.overall, before.worst]);
      expect(mixed.filter(needsAttention)).toEqual(shown.filter(needsAttention));
    }),
  );
});

test('each service is in one list at most: what members feel, or what is left to administrators', () => {
  fc.assert(
    fc.property(views('a'), (all) => {
      const chores = new Set(choresOf(all));
      expect(all.filter(needsAttention).some((view) => chores.has(view))).toBe(false);
    }),
  );
});

test('a service for administrators is not among those that work, whatever its state', () => {
  const staging = (verdict: Verdict) => serviceView('staging', { verdict, audience: 'admins' });
  const totals = verdicts.map(
    (verdict) => summarise([serviceView('website'), staging(verdict)], online).total,
  );
  expect(new Set(totals)).toEqual(new Set([1]));
});
