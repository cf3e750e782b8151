/** Cutting and blacking out a picture, by keyboard and by ear. */
import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { PictureEditor } from '../../../renderer/pages/feedback/PictureEditor.tsx';
import type { Edit } from '../../../shared/feedback/rectangles.ts';
import { show } from './dom.tsx';

describe('the picture', () => {
  const image = { width: 400, height: 200 } as ImageBitmap;
  const edits: Edit[] = [];
  const editor = (covers: Edit['covers']) => {
    const crop = { x: 0, y: 0, width: 400, height: 200 };
    return show(
      <PictureEditor
        image={image}
        edit={{ crop, covers }}
        onEdit={(next) => edits.push(next)}
        onUse={() => undefined}
        onCancel={() => undefined}
      />,
    );
  };
  const unfold = () =>
    act(async () => {
      const fold = screen.getByText('Crop and black out by keyboard').closest('details');
      if (fold) fold.open = true;
      if (fold) fireEvent(fold, new Event('toggle'));
    });

  test('has a name, and a description of what can be done', () => {
    editor([]);
    const picture = screen.getByRole('img', { name: /as it will be sent, 400 × 200 pixels/ });
    const help = document.getElementById(picture.getAttribute('aria-describedby') ?? '');
    expect(help?.textContent).toMatch(/^Drag to crop/);
  });

  test('gets its blacked-out parts below their button, each somewhere else', async () => {
    const first = { x: 150, y: 75, width: 100, height: 50 };
    editor([first]);
    await unfold();
    const add = screen.getByRole('button', { name: 'Add a blacked-out part' });
    const fields = screen.getByRole('group', { name: 'Blacked out 1' });
    expect(add.compareDocumentPosition(fields) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await act(async () => void fireEvent.click(add));
    const [, second] = edits.at(-1)?.covers ?? [];
    expect(second).not.toEqual(first);
    expect(screen.getByText(/^1 part is blacked out/)).toBeDefined();
  });
});
