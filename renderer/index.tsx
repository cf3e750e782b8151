import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { call, loadSnapshot } from './app/bridge.ts';
import './styles/base.css';

/** The first paint already shows the state: main reveals the window only after it. */
async function start(): Promise<void> {
  await loadSnapshot();
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  await new Promise(requestAnimationFrame);
  await call('window.drawn', undefined);
}

void start();
