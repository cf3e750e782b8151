/**
 * The gallery: one state of a component or a page by its name in the address (`?entry=pages/status/trouble`), or the
 * list of all of them. `&lang=fr` shows it in French.
 */
import '../../../renderer/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '../../../renderer/app/App.tsx';
import { loadSnapshot } from '../../../renderer/app/bridge.ts';
import { loadKept } from '../../../renderer/app/kept.ts';
import { ClockContext } from '../../../renderer/app/now.ts';
import { WordsContext } from '../../../renderer/app/words.ts';
import { languages, nearestLocale, regionalTag } from '../../../shared/i18n/languages.ts';
import { loadTranslate } from '../../../shared/i18n/load.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { answerAs } from './bridge.ts';
import { entryNames, stateOf } from './entries.ts';
import { now, timeZone } from './given.ts';
import { List } from './List.tsx';
import { Sheet } from './Sheet.tsx';

const clock = () => now;

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const name = query.get('entry') ?? '';
  const languageTag = regionalTag(query.get('lang') ?? 'en');
  document.documentElement.lang = nearestLocale(languageTag);
  document.documentElement.dir = languages[nearestLocale(languageTag)].direction;
  Reflect.set(window, 'galleryEntries', entryNames);
  const words = {
    t: await loadTranslate(languageTag),
    times: createTimes(languageTag, timeZone),
    languageTag,
  };
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <ClockContext value={clock}>
        <WordsContext value={words}>{await contentOf(name, words.t)}</WordsContext>
      </ClockContext>
    </StrictMode>,
  );
  // After its effects, which listen.
  requestIdleCallback(() => dispatchEvent(new Event('drawn')));
}

async function contentOf(name: string, t: Translate) {
  const state = stateOf(name);
  if (!state) return <List />;
  answerAs('state' in state ? state.state : {});
  // For the one who takes a picture.
  if ('state' in state && state.state.part) document.body.dataset['part'] = t(state.state.part);
  await loadSnapshot();
  await loadKept();
  return 'state' in state ? <App /> : <Sheet name={name} draw={state.draw} />;
}

void start();
