/** What the catalogues may say, and how: the glossary of CONTRIBUTING.md, held by tests. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../../shared/i18n/en.ts';
import type { MessageKey } from '../../../shared/i18n/en.ts';
import { fr } from '../../../shared/i18n/fr.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import { createTranslate } from '../../translate.ts';

const catalogues = { en, fr };
const keys = Object.keys(en) as MessageKey[];
const isIn = (list: readonly string[]) => (key: string) =>
  list.some((one) => (one.endsWith('.') ? key.startsWith(one) : key === one));

/** For authors of a co-op document and for administrators, who know it by this name. */
const forAuthors = ['problem.', 'hint.', 'cli.'];

const banned: readonly (readonly [Locale, RegExp, string, (readonly string[])?])[] = [
  ['en', /\b(anew|whoever|somebody|meanwhile)\b/i, 'again, someone, your admins, for now'],
  ['en', /\bof its own\b|\bby itself\b|\bas it should\b/i, 'a bug in Coop Tray, on its own'],
  ['en', /\b(is|are) well\b|\bin trouble\b|\bwants attention\b/i, 'working, OK, needs attention'],
  ['en', /\b(certificate|domain|sign-in)\b.* end(s|ed)\b/i, 'expires, expired'],
  ['en', /\b(do|does|did|is|are|was|were|could|would|has|have) not\b|\bcannot\b/i, 'contractions'],
  ['en', /\bnot (known|told)\b/i, 'unknown, not reported'],
  ['en', /\blook(ed|ing)? (again|at|up)\b/i, 'check now, try again', ['reason.dns-failed']],
  ['en', /\b(snooz\w*|forget|discard\w*|picked|chosen)\b/i, 'mute, delete, remove, selected'],
  ['en', /\bmark\w* as seen\b|\bseen\b/i, 'known', ['answers.outcome.seen']],
  ['en', /\be-mail/i, 'email'],
  ['en', /\bwi-?fi\b(?<!Wi-Fi)/i, 'Wi-Fi'],
  ['en', /\bmachine\b/i, 'this computer'],
  ['en', /\b(answers?) to (“|your feedback)/i, 'reply'],
  ['en', /\bco-op[’s]* document\b/i, 'your co-op’s settings', forAuthors],
  ['en', /\bchirps?\b/i, 'tone'],
  ['en', / …/, 'no space before …'],
  ['fr', /\be-mail|\bmails?\b/i, 'courriel'],
  ['fr', /\bwi-?fi\b(?<!Wi-Fi)/i, 'Wi-Fi'],
  ['fr', /\bbox\b/i, 'routeur'],
  ['fr', /\bcoopérative/i, 'coop'],
  ['fr', /\b(vos|de|les|des|donner un) retours?\b/i, 'commentaire'],
  ['fr', /\bréglages?\b/i, 'paramètres'],
  ['fr', /\b(cette machine|cet appareil|votre appareil)\b/i, 'cet ordinateur'],
  ['fr', /\b(logiciel|programme)s?\b/i, 'application', ['settings.licence']],
  ['fr', /\b(tap|saisiss)ez\b/i, 'entrez'],
  ['fr', /\badmins?\b/i, 'les responsables'],
  ['fr', /\brelanc/i, 'redémarrez, reprenez'],
  ['fr', /\bveuillez réessayer\b/i, 'réessayez'],
  ['fr', /\bdocument de (la|votre) coop\b/i, 'les paramètres de votre coop', forAuthors],
  ['fr', /·[a-z]/i, 'une tournure épicène'],
  ['fr', /\bfautes? (de sa part|qui lui est propre|de Coop Tray)\b/i, 'erreur interne'],
  ['fr', /\boubli(er|é|ée|ez)\b/i, 'supprimer, retirer'],
  ['fr', /\breporter\b|\breports\b/i, 'mettre en sourdine'],
  ['fr', /\bla relève\b/i, 'copie de secours'],
  ['fr', /\b(page|site|adresse|serveur)s? web\b(?<! Web)/i, 'Web'],
];

for (const [locale, pattern, instead, except = []] of banned) {
  test(`in ${locale}, ${pattern} is said otherwise: ${instead}`, () => {
    const found = keys.filter((key) => !isIn(except)(key) && pattern.test(catalogues[locale][key]));
    expect(found).toEqual([]);
  });
}

/** Parts of a longer line. What stands alone begins with a capital. */
const fragments = [
  'verdict.',
  'status.justNow',
  'status.confirming',
  'status.recovering',
  'status.lastKnown',
  'status.asOf',
  'status.neverSeen',
  'notify.more',
  'feedback.readers.',
  'feedback.item.to',
  'feed.readAt',
  'feed.since',
  'plan.all',
  'history.kind.',
  'echo.quality.',
  'echo.notMeasured',
  'echo.route.',
  'echo.step.',
  'echo.report.',
  'calls.choose.own',
  'calls.step.',
  'calls.graph.now',
  'calls.graph.notYet',
  'calls.history.taken',
  'backups.lint.unknownKey',
  'backupspage.from',
  'backupspage.ago',
  'backupspage.drill.',
  'backupspage.day.',
  'rooms.page.thread',
  'links.alias',
  'links.masked',
  'links.fault.',
];

/** Names, which keep theirs. */
const names =
  /^(Coop|Tray|Matrix|GitHub|BigBlueButton|Greenlight|LiveKit|WebSockets?|Wi-Fi|America|SingletonLock|Content-Encoding|WebP|Open|Collective|Google|Nextcloud|Outlook|Nix|AppImage|AppImageLauncher|Chromium|Electron|Linux)$/;
/** Pages of the app, called by their names. */
const pages = /^(Emergency|Settings|Feedback|Backups|Send)$/;

describe.each(locales)('in %s', (locale) => {
  const catalogue = catalogues[locale];

  test('what stands alone begins with a capital', () => {
    // The name of a file.
    const isPart = isIn([...fragments, 'rooms.page.rest']);
    const found = keys.filter((key) => !isPart(key) && /^\p{Ll}/u.test(catalogue[key]));
    expect(found).toEqual([]);
  });

  test('a sentence ends as in the other language', () => {
    const end = (text: string) => /[.?:…]?$/.exec(text.replace(/[}\s]+$/, ''))?.[0];
    expect(keys.filter((key) => end(catalogue[key]) !== end(en[key]))).toEqual([]);
  });

  test.each([0, 1, 2, 5, 1.5])('every sentence can be said of %d', (sample) => {
    const t = createTranslate(locale);
    const broken = locale === 'fr' ? /NaN|undefined|[{}]| [:;?!»%]|« / : /NaN|undefined|[{}]/;
    const saidOf = (key: MessageKey) => {
      const given = [...catalogue[key].matchAll(/\{(\w+)[,}]/g)].map(([, name]) => [name, sample]);
      return t(key, Object.fromEntries(given));
    };
    expect(keys.map(saidOf).filter((said) => broken.test(said))).toEqual([]);
  });
});

test('English labels are in sentence case', () => {
  const inside = (key: MessageKey) =>
    en[key].replaceAll(/\{\w+[,}]/g, '').match(/(?<=[\p{Ll},;)] )\p{Lu}\p{Ll}[\p{L}-]*/gu) ?? [];
  const isName = (word: string) => names.test(word) || pages.test(word);
  expect(keys.filter((key) => !inside(key).every(isName))).toEqual([]);
});

const sentences = [
  'reason.',
  'feed.fault.',
  'files.set-aside',
  'files.newer',
  'files.unreadable',
  'files.unwritable',
  'hint.',
  'directory.',
  'accounts.fault.',
  'echo.blame.',
  'echo.remark.',
  'echo.failure.',
  'backups.finding.',
  'backupspage.do.',
  'feedback.trouble.',
  'feedback.remedy.',
  'rooms.fault.',
];

test('what explains is a whole sentence', () => {
  const found = keys.filter(isIn(sentences)).filter((key) => !/[.?”}]$/.test(en[key]));
  expect(found).toEqual([]);
});

test('no sentence is left that nothing says', () => {
  const root = new URL('../../../', import.meta.url);
  const files = globSync('{main,renderer,shared}/**/*.{ts,tsx}', { cwd: root });
  const sources = files
    .filter((file) => !/^shared\/i18n\/(en|fr)\//.test(file.replaceAll('\\', '/')))
    .map((file) => readFileSync(new URL(file, root), 'utf8'));
  const said = new Set<string>();
  const patterns = new Set<string>();
  for (const source of sources) {
    for (const [, key = ''] of source.matchAll(/['"`]([\w-]+\.[\w.-]+)['"`]/g)) said.add(key);
    for (const [, template = ''] of source.matchAll(/`([\w.-]*\$\{[^`]*)`/g))
      if (/\./.test(template)) patterns.add(patternOf(template));
  }
  const made = new RegExp(`^(${[...patterns].join('|')})$`);
  expect(keys.filter((key) => !said.has(key) && !made.test(key))).toEqual([]);
});

/** `policy.${of}.${full ? 'full' : 'failed'}` may be any of `policy.….full` and `policy.….failed`. */
function patternOf(template: string): string {
  return template
    .split(/(\$\{[^}]*\})/)
    .map((part) => {
      if (!part.startsWith('${')) return part.replaceAll(/[^\w-]/g, '\\$&');
      const choices = [...part.matchAll(/[?:] '([\w.-]*)'/g)].map(([, choice]) => choice);
      return choices.length > 1 ? `(${choices.join('|')})` : '[\\w.-]+';
    })
    .join('');
}
