/** Output of `coop-tray status` as text. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Verdict } from '../observation/observation.ts';
import type { CheckedReport, ServiceReport, StatusReport } from './status.ts';
import { columnsOf, padTo, plainLine } from './text.ts';

/** Only visual: the word beside it says the same. */
const signs: Readonly<Record<Verdict, string>> = {
  up: '✓',
  degraded: '!',
  down: '✗',
  maintenance: '~',
  unknown: '?',
  'no-access': '#',
  retired: '-',
};

/** SGR codes: the sixteen colours follow the terminal's theme. */
const colours: Readonly<Record<Verdict, number>> = {
  up: 32,
  degraded: 33,
  down: 31,
  maintenance: 36,
  unknown: 33,
  'no-access': 36,
  retired: 2,
};

/** Each line ends with a line feed. `colour`: the terminal supports colours. */
export function statusText(t: Translate, report: StatusReport, colour: boolean): string {
  const clock = report.result === 'checked' && report.clock ? `${plainLine(report.clock)}\n` : '';
  const chores =
    report.result === 'checked' && report.chores ? `${plainLine(report.chores)}\n` : '';
  const summary = `${clock}${plainLine(report.summary)}\n${chores}`;
  if (report.result === 'failed' || report.services.length === 0) return summary;
  return `${tableOf(t, report, colour).join('\n')}\n\n${summary}`;
}

function tableOf(t: Translate, { services }: CheckedReport, colour: boolean): readonly string[] {
  const rows = services.map((service) => ({
    verdict: service.verdict,
    cells: [
      `${signs[service.verdict]} ${t(`verdict.${service.verdict}`)}`,
      plainLine(service.name),
      service.totalMs === undefined ? '' : t('status.ms', { ms: Math.round(service.totalMs) }),
    ],
    note: noteOf(t, service),
  }));
  const widths = [0, 1, 2].map((at) =>
    Math.max(...rows.map(({ cells }) => columnsOf(cells[at] ?? ''))),
  );
  return rows.map(({ verdict, cells, note }) => {
    const [state = '', ...others] = cells.map((cell, at) => padTo(cell, widths[at] ?? 0));
    return [colour ? coloured(state, verdict) : state, ...others, note].join('  ').trimEnd();
  });
}

function noteOf(t: Translate, service: ServiceReport): string {
  const { reason, unsure, instead, remarks = [] } = service;
  const why = unsure ? t('cli.unsure') : (reason?.text ?? '');
  const how = instead ? t('notify.instead', { instead }) : '';
  const untidy = remarks.map(({ text }) => text).join(' ');
  return plainLine([why, how, untidy].filter((part) => part !== '').join(' '));
}

function coloured(text: string, verdict: Verdict): string {
  return `\u001B[${colours[verdict]}m${text}\u001B[0m`;
}
