import type { ReactNode } from 'react';

/** A component by itself, with room around it. */
export function Sheet({ name, draw }: Readonly<{ name: string; draw: () => ReactNode }>) {
  return (
    <main aria-label={name} style={{ padding: 24, display: 'grid', gap: 24, maxWidth: 720 }}>
      {draw()}
    </main>
  );
}
