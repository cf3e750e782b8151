/** What the app knows of a crash, as the beginning of a report. Pure. */
import type { Crash } from '../crash/incident.ts';
import type { Translate } from '../i18n/translator.ts';

/** Times in UTC: those who read it are elsewhere. */
export function crashReport(t: Translate, crash: Crash): string {
  const { kind, count, version, begunUtcMs, atUtcMs, reason, exitCode } = crash;
  const [begun, noticed] = [begunUtcMs, atUtcMs].map((utcMs) => new Date(utcMs).toISOString());
  return [
    t(`crash.${kind}`, { count }),
    t('crash.text.run', { version, begun: begun ?? '', noticed: noticed ?? '' }),
    ...(reason === undefined ? [] : [reasonLine(t, reason, exitCode)]),
    '',
    `${t('crash.text.doing')} `,
  ].join('\n');
}

function reasonLine(t: Translate, reason: string, exitCode: number | undefined): string {
  return exitCode === undefined
    ? t('crash.text.reason', { reason })
    : t('crash.text.exitCode', { reason, exitCode });
}
