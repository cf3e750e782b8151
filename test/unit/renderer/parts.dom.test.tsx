/** Components that several pages share. */
import { fireEvent, screen } from '@testing-library/react';
import { createRef } from 'react';
import { expect, test, vi } from 'vitest';
import { isDialogOpen } from '../../../renderer/app/dialog-open.ts';
import { BackButton } from '../../../renderer/components/BackButton.tsx';
import { Badge } from '../../../renderer/components/Badge.tsx';
import { Confirm } from '../../../renderer/components/Confirm.tsx';
import { PageHeader } from '../../../renderer/components/PageHeader.tsx';
import { Said } from '../../../renderer/components/Said.tsx';
import { show } from './dom.tsx';

test('a badge is about what is new unless it says otherwise', () => {
  show(
    <>
      <Badge>2</Badge>
      <Badge tone="bad">1</Badge>
    </>,
  );
  expect(['2', '1'].map((one) => screen.getByText(one).dataset['tone'])).toEqual(['new', 'bad']);
});

test('a button that leads back is named by its words alone', () => {
  const onBack = vi.fn<() => void>();
  show(<BackButton label="Back to all services" onBack={onBack} />);
  fireEvent.click(screen.getByRole('button', { name: 'Back to all services' }));
  expect(onBack).toHaveBeenCalledOnce();
});

test('a page can take the focus to its heading', () => {
  const heading = createRef<HTMLHeadingElement>();
  show(<PageHeader heading={heading} title="Calls" />);
  heading.current?.focus();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Calls' }));
});

test('a dialog is open for as long as it is on the page', () => {
  const shown = show(
    <Confirm
      title="Delete?"
      action="Delete"
      onAction={() => undefined}
      onClose={() => undefined}
    />,
  );
  expect(isDialogOpen()).toBe(true);
  shown.unmount();
  expect(isDialogOpen()).toBe(false);
});

test('a name and its state are said in one piece, and the name alone is seen', () => {
  show(
    <h2>
      <Said words={['Pads', undefined, '99.9% uptime']}>
        <bdi>Pads</bdi>
      </Said>
    </h2>,
  );
  screen.getByRole('heading', { name: 'Pads, 99.9% uptime' });
  screen.getByText('Pads', { selector: '[aria-hidden] *' });
});
