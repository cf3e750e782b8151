/** Answers, announcements and reports of the co-op in words. Pure. */
import type { Reported } from '../triage/reported.ts';
import type { Told } from '../announcements/told.ts';
import { shortened } from '../text/shortened.ts';
import type { NoticeText } from './sentences.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';

/** Lines of a notification; the rest is counted. */
const linesLimit = 4;
const lineLimit = 120;
/**
 * Of a text that stands alone. LXQt's server makes room for all of it: a long one reaches above the screen, with its title
 * and what closes it.
 */
const textLinesLimit = 6;
const textLimit = 400;

/** `wasQuiet`: some of it was held while it was quiet. */
export function newsText(t: Translate, told: readonly Told[], wasQuiet: boolean): NoticeText {
  const [only] = told;
  const one = only && told.length === 1 ? only : undefined;
  const title = one ? titleOf(t, one) : t('answers.notify.many', { count: told.length });
  const rest = told.length - linesLimit;
  const lines = told.slice(0, linesLimit).map((each) => short(lineOf(t, each)));
  const body = one
    ? brief(bodyOf(one))
    : [...lines, ...(rest > 0 ? [t('answers.notify.more', { count: rest })] : [])].join('\n');
  return {
    title: short(wasQuiet ? t('answers.notify.quiet', { title }) : title),
    body,
    urgent: false,
  };
}

function titleOf(t: Translate, told: Told): string {
  switch (told.is) {
    case 'reply':
      return t('answers.notify.reply', { by: told.by, title: told.title });
    case 'outcome':
      return t('answers.notify.outcome', {
        title: told.title,
        outcome: t(`answers.outcome.${told.outcome}`),
      });
    case 'announcement':
      return t('answers.notify.announcement');
    case 'report':
      return t('answers.notify.report', {
        name: told.name,
        state: t(`verdict.${told.state}`),
      });
  }
}

function bodyOf(told: Told): string {
  return told.is === 'outcome' ? '' : told.text;
}

function lineOf(t: Translate, told: Told): string {
  const body = bodyOf(told).replaceAll(/\s+/g, ' ');
  return body
    ? t('answers.notify.line', { title: titleOf(t, told), text: body })
    : titleOf(t, told);
}

function brief(text: string): string {
  const lines = text.split('\n');
  const head = lines.slice(0, textLinesLimit).join('\n').trimEnd();
  return shortened(lines.length > textLinesLimit ? `${head} …` : head, textLimit);
}

function short(text: string): string {
  return shortened(text, lineLimit);
}

/** “Reported by the co-op at 14:02: down since 13:50. The disk is full” */
export function reportedSentence(
  t: Translate,
  times: Times,
  { state, text, saidAtUtcMs, sinceUtcMs }: Reported,
  nowUtcMs: number,
): string {
  const what = t(`verdict.${state}`);
  const since = sinceUtcMs === undefined ? '' : times.clock(sinceUtcMs, nowUtcMs);
  const full = since ? t('answers.reported.since', { state: what, time: since }) : what;
  const time = times.clock(saidAtUtcMs, nowUtcMs);
  const said = t('answers.reported', { time, state: full });
  return text ? `${said} ${text}` : said;
}
