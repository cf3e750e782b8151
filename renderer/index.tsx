import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { call, loadSnapshot } from './app/bridge.ts';
import './styles/base.css';

/** The first paint already shows the state: main reveals the window only after it. */
async function start(): Promise<void> {
  await loadSnapshot();
  const root = document.getElementById('root');
  if (!root) return;
  const page = createRoot(root);
  // Listening before main is told that it may speak: what a member asked to see comes right after.
  flushSync(() =>
    page.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
  await new Promise(requestAnimationFrame);
  await call('window.drawn', undefined);
}

void start();
