/** Renders parts of the page in a DOM, where effects run and events arrive. */
import type { RenderHookResult, RenderResult } from '@testing-library/react';
import { render, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { StrictMode } from 'react';
import { ClockContext } from '../../../renderer/app/now.ts';
import { WordsContext } from '../../../renderer/app/words.ts';
import { now, wordsIn } from './draw.tsx';

const clock = () => now;

/** Strict mode, as in the app, reveals effects that do not clean up. */
function Around({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <StrictMode>
      <ClockContext value={clock}>
        <WordsContext value={wordsIn('en')}>{children}</WordsContext>
      </ClockContext>
    </StrictMode>
  );
}

export function show(page: ReactNode): RenderResult {
  return render(page, { wrapper: Around });
}

export function showHook<T>(hook: () => T): RenderHookResult<T, unknown> {
  return renderHook(hook, { wrapper: Around });
}
