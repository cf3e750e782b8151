/** Takes the gallery's pictures, and tells how they differ from the stored ones. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import pixelmatch from 'pixelmatch';
import type { ElectronApplication, Page } from 'playwright';
import { _electron as electron } from 'playwright';
import { PNG } from 'pngjs';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { patience } from '../patience.ts';
import { stageGallery } from './stage.ts';

/** `contrast`: colours as Windows’ contrast themes force them. `narrow`: dark, in French, and as wide as a phone. */
export type Theme = 'light' | 'dark' | 'contrast' | 'narrow';

export const stored = join(import.meta.dirname, 'pictures');
/** Differing pictures, and what was expected, for a person to look at. */
export const differing = join('out', 'gallery');

/** How far a pixel may be off, from 0 to 1: enough for another rounding of a curve's edge, too little for a colour. */
const threshold = 0.15;
/** How many pixels may be further off: a letter that moves by one has more. */
const offLimit = 60;

export type Gallery = Readonly<{
  entries: readonly string[];
  /** Chromium's major version: another one draws text differently. */
  chromium: string;
  /** Calls `look` for each entry, a window for each core: a page waits for its files, its fonts and the test by turns. */
  each: (look: (entry: string, show: Show) => Promise<void>) => Promise<void>;
  stop: () => Promise<void>;
}>;

/** Shows an entry in the window that it belongs to. */
export type Show = (entry: string, lang?: 'en' | 'fr') => Promise<Page>;

/** On a virtual desktop, so that no window is seen. */
export async function openGallery(windows = Math.min(availableParallelism(), 4)): Promise<Gallery> {
  const staged = await stageGallery();
  const desktop = await startDesktop({ tray: false, keyring: false });
  const app = await launch(desktop, staged.executable, windows);
  while (app.windows().length < windows) await app.waitForEvent('window');
  const shows = await Promise.all(app.windows().map(showIn));
  const [page] = app.windows();
  if (!page) throw new Error('the gallery has no window');
  const entries = await page.evaluate<string[]>('window.galleryEntries');
  const agent = await page.evaluate<string>('navigator.userAgent');
  return {
    entries,
    chromium: /Chrome\/(\d+)/.exec(agent)?.[1] ?? '',
    each: async (look) => {
      const left = [...entries];
      const work = async (show: Show) => {
        for (let entry = left.shift(); entry !== undefined; entry = left.shift())
          await look(entry, show);
      };
      await Promise.all(shows.map(work));
    },
    stop: async () => {
      await app.close();
      await desktop.stop();
      staged.remove();
    },
  };
}

/** Resolves once the list of entries is there. */
async function showIn(page: Page): Promise<Show> {
  await page.waitForFunction('window.galleryEntries');
  const address = page.url().replace(/[?#].*$/, '');
  return async (entry, lang = 'en') => {
    const query = new URLSearchParams({ entry, lang });
    await page.goto(`${address}?${query.toString()}`);
    await page.locator('main').first().waitFor();
    // Pages that are loaded at the first visit have come, and their fonts.
    if (entry.startsWith('pages/')) await page.locator('h1').first().waitFor();
    if (!/\bloading$/.test(entry))
      await page.waitForFunction(`!document.querySelector('main [aria-busy="true"]')`);
    // The strips come after the list.
    if (entry.endsWith('days'))
      await page.locator('main [data-row] svg path[data-kind]').last().waitFor();
    if (entry.endsWith('find')) await page.locator('dialog').waitFor();
    await page.evaluate('document.fonts.ready');
    await page.evaluate('new Promise((done) => requestIdleCallback(done))');
    return page;
  };
}

async function launch(
  desktop: Desktop,
  executable: string,
  windows: number,
): Promise<ElectronApplication> {
  const app = await electron.launch({
    executablePath: desktop.wrap(executable),
    args: [
      `--user-data-dir=${desktop.makeFolder('gallery')}`,
      '--pictures',
      `--windows=${windows}`,
    ],
    env: { ...desktop.env, TZ: 'America/Toronto' },
    chromiumSandbox: true,
    colorScheme: null,
    cwd: '/',
    timeout: 30_000 * patience(),
  });
  app.context().setDefaultTimeout(20_000 * patience());
  return app;
}

/** The pages in which most of the components are seen. */
const contrastPages: readonly string[] = [
  'pages/today/trouble',
  'pages/status/trouble',
  'pages/status/days',
  'pages/service/trouble',
  'pages/feedback/replies',
  'pages/backups/trouble',
  'pages/emergency/normal',
  'pages/settings/normal',
];

/** Drawn by colours of their own. */
const contrastComponents: readonly string[] = ['components/charts/SmallStrip'];

/** Over the page, which differs with the window. */
const overPages: readonly string[] = ['pages/links/find'];
/** The longest page, a part at a time. */
const pageParts: readonly string[] = [
  'start at login',
  'history',
  'network',
  'behind a proxy',
  'updates',
  'update',
  'update downloading',
  'update by hand',
  'about',
].map((state) => `pages/settings/${state}`);

/** Pages are stored in no dark colours: theirs are those of the components. */
export function themesOf(entry: string): readonly Theme[] {
  if (overPages.includes(entry) || pageParts.includes(entry)) return ['light', 'dark', 'narrow'];
  const themes: readonly Theme[] = entry.startsWith('components/') ? ['light', 'dark'] : ['light'];
  const hasContrast = contrastPages.includes(entry) || contrastComponents.includes(entry);
  return hasContrast ? [...themes, 'contrast'] : themes;
}

/** Of a phone, or of a window beside another. */
export const narrow = { width: 360, height: 620 };
/** As the window is first opened. */
export const usual = { width: 900, height: 620 };

export function pathOf(entry: string, theme: Theme): string {
  return join(stored, `${entry.replaceAll('/', '-').replaceAll(' ', '-')}-${theme}.png`);
}

export async function turn(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme === 'dark' || theme === 'narrow' ? 'dark' : 'light',
    forcedColors: theme === 'contrast' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
}

/**
 * A field that takes the focus scrolls to itself, by how much depends on whether the style sheet has come. Shows the top
 * of the page, or such a field below it in the middle. Of an entry that is about a part, the others are left out: what is
 * above a part would move it by fractions of a pixel.
 */
const holdStill = `
  for (const one of document.querySelectorAll('*')) if (one.scrollTop > 0) one.scrollTop = 0;
  const field = document.querySelector('input:focus, textarea:focus');
  if (field && field.getBoundingClientRect().bottom > innerHeight)
    field.scrollIntoView({ block: 'center' });
  const { part } = document.body.dataset;
  if (part)
    for (const heading of document.querySelectorAll('main section > h2'))
      if (heading.textContent !== part) heading.parentElement.style.display = 'none';
`;

/** A page as the window shows it; a component's sheet as long as it is. */
export async function picture(page: Page, entry: string): Promise<Buffer> {
  await page.evaluate(holdStill);
  const options = { animations: 'disabled', caret: 'hide' } as const;
  if (entry.startsWith('pages/') || entry.startsWith('components/dialogs/'))
    return page.screenshot(options);
  return page.locator('main').first().screenshot(options);
}

/** Nothing if they are alike. Otherwise a sentence, and three pictures in `out/gallery`. */
export function difference(entry: string, theme: Theme, taken: Buffer): readonly string[] {
  const path = pathOf(entry, theme);
  if (!existsSync(path)) return [`${entry} (${theme}) has no stored picture`];
  const [is, was] = [PNG.sync.read(taken), PNG.sync.read(readFileSync(path))];
  if (is.width !== was.width || is.height !== was.height) {
    save(entry, theme, { is });
    return [`${entry} (${theme}) is ${is.width} × ${is.height}, was ${was.width} × ${was.height}`];
  }
  const marks = new PNG({ width: is.width, height: is.height });
  const off = pixelmatch(was.data, is.data, marks.data, is.width, is.height, { threshold });
  if (off <= offLimit) return [];
  save(entry, theme, { is, was, marks });
  return [`${entry} (${theme}) differs in ${off} pixels`];
}

function save(entry: string, theme: Theme, pictures: Readonly<Record<string, PNG>>): void {
  for (const [name, png] of Object.entries(pictures)) {
    const path = join(differing, `${entry.replaceAll('/', '-')}-${theme}-${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, PNG.sync.write(png));
  }
}

const chromiumFile = join(stored, 'chromium.txt');

export function storedChromium(): string {
  return existsSync(chromiumFile) ? readFileSync(chromiumFile, 'utf8').trim() : '';
}

/** Takes all pictures anew. */
export async function update(gallery: Gallery): Promise<void> {
  rmSync(stored, { recursive: true, force: true });
  mkdirSync(stored, { recursive: true });
  writeFileSync(chromiumFile, `${gallery.chromium}\n`);
  await gallery.each(async (entry, show) => {
    for (const theme of themesOf(entry)) {
      const page = await show(entry, theme === 'narrow' ? 'fr' : 'en');
      await page.setViewportSize(theme === 'narrow' ? narrow : usual);
      await turn(page, theme);
      writeFileSync(pathOf(entry, theme), packed(await picture(page, entry)));
    }
  });
}

/** Half the size: coarser by less than anybody sees or `threshold` counts, without transparency, and tightly packed. */
function packed(picture: Buffer): Buffer {
  const png = PNG.sync.read(picture);
  for (const [at, level] of png.data.entries())
    png.data[at] = Math.min(255, Math.round(level / 8) * 8);
  const options = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const;
  return PNG.sync.write(png, options);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds, a line each. A sheet is no page: it needs no heading of the first level. Nothing but colours depends
 * on the theme.
 */
export async function faultsIn(
  page: Page,
  entry: string,
  theme: Theme,
): Promise<readonly string[]> {
  await page.evaluate(axe);
  const rules = entry.startsWith('pages/')
    ? {}
    : { 'page-has-heading-one': { enabled: false }, 'heading-order': { enabled: false } };
  const colours = { runOnly: ['color-contrast'] };
  const options = JSON.stringify(theme === 'light' ? { rules } : colours);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n')[1]?.trim() ?? '';
      return `${entry}: ${id} at ${target.join(' ')}: ${why}`;
    }),
  );
}
