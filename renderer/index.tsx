import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { call, loadSnapshot } from './app/bridge.ts';
import { WordsContext, loadWords } from './app/words.ts';
import './styles/base.css';

/** The first paint shows the state already: main reveals the window only after it. */
async function start(): Promise<void> {
  const [words] = await Promise.all([loadWords(), loadSnapshot()]);
  const root = document.getElementById('root');
  if (!root) return;
  const page = createRoot(root);
  // Rendered before main hears of it, because main sends what the member asked to see right after.
  flushSync(() =>
    page.render(
      <StrictMode>
        <WordsContext value={words}>
          <App />
        </WordsContext>
      </StrictMode>,
    ),
  );
  await new Promise(requestAnimationFrame);
  await call('window.drawn', undefined);
}

void start();
