// First, so that components can adapt what it says.
import './styles/index.css';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { call, loadSnapshot } from './app/bridge.ts';
import { loadKept } from './app/kept.ts';
import { WordsContext, loadWords } from './app/words.ts';

/** How long to wait for a frame, in ms: on Wayland a window that was not shown yet gets none. */
const frameLimitMs = 100;

/** Loads the snapshot before the first paint: main shows the window only after `window.drawn`. */
async function start(): Promise<void> {
  const [words] = await Promise.all([loadWords(), loadSnapshot(), loadKept()]);
  const root = document.getElementById('root');
  if (!root) return;
  const page = createRoot(root);
  // Synchronous, because main sends the requested route right after `window.drawn`.
  flushSync(() =>
    page.render(
      <StrictMode>
        <WordsContext value={words}>
          <App />
        </WordsContext>
      </StrictMode>,
    ),
  );
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, frameLimitMs);
  });
  await call('window.drawn', undefined);
}

void start();
